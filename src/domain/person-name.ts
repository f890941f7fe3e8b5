/** Traditional and variant forms of characters of names, each before its simplified form. */
const SIMPLIFIED = new Map(
  Array.from(
    '張张陳陈劉刘楊杨趙赵黃黄吳吴孫孙馬马鄭郑謝谢許许鄧邓馮冯韓韩蕭萧葉叶呂吕蘇苏盧卢蔣蒋賈贾鄒邹龍龙萬万錢钱湯汤陰阴溫温' +
      '嚴严賴赖顧顾譚谭陸陆閻阎閆闫藍蓝鐘钟鍾钟鄔邬莊庄華华鄺邝羅罗魯鲁紀纪祿禄賀贺穀谷畢毕駱骆樓楼衛卫譽誉佈布關关單单' +
      '齊齐龐庞龔龚聶聂習习寧宁焦焦鞏巩厲厉喬乔柳柳應应戴戴儲储閔闵強强勞劳歐欧諸诸葛葛顏颜簡简黨党車车甯宁滿满鳳凤麗丽' +
      '國国軍军傑杰偉伟強强東东蘭兰紅红雲云飛飞鵬鹏輝辉慶庆義义禮礼愛爱學学榮荣貴贵賢贤興兴樹树蓮莲靜静潔洁瓊琼瑩莹艷艳' +
      '豔艳燕燕嬌娇嬋婵娟娟麟麟鐵铁鋼钢銀银錦锦鎮镇銳锐鋒锋釗钊鈞钧鑫鑫銘铭誠诚詩诗語语論论謙谦訓训試试維维紹绍綱纲紅红' +
      '組组經经綠绿緒绪繼继續续線线編编練练績绩總总業业叢丛豐丰臨临為为爾尔倫伦傳传優优億亿兒儿員员嗎吗園园圓圆場场塵尘壽寿' +
      '夢梦頭头奮奋媽妈孝孝審审寶宝對对導导將将峽峡島岛嶺岭帥帅師师幫帮廣广庫库廬庐彥彦後后徑径從从復复憶忆懷怀戰战擇择擴扩' +
      '攝摄數数斷断時时晉晋暉晖曉晓會会術术條条來来極极構构標标機机權权歡欢歲岁歷历殘残氣气漢汉決决沖冲況况涼凉淨净湊凑準准' +
      '滄沧漸渐潤润澤泽濤涛濟济濱滨瀟潇瀾澜灃沣烏乌煒炜煙烟燁烨營营爭争狀状獎奖獨独獻献環环現现瑋玮瑤瑶璽玺畫画異异當当' +
      '療疗發发髮发盛盛監监盤盘眾众矯矫碩硕確确禎祯種种稱称積积穎颖穩稳窮穷競竞筆笔節节範范築筑籌筹糧粮純纯紙纸細细終终絲丝' +
      '綺绮緯纬縣县羨羡聖圣聞闻聯联聰聪職职脈脉臺台舉举舊旧艾艾蓋盖薦荐藝艺蘊蕴處处號号蟬蝉補补裝装覺觉覽览觀观計计記记設设' +
      '評评話话該该詳详誌志認认說说請请諒谅諾诺謀谋證证識识譜谱議议護护讓让讚赞豪豪貝贝財财貞贞責责貢贡貨货資资賓宾賜赐賞赏' +
      '質质贊赞贏赢趕赶踐践軒轩輔辅輕轻輪轮轉转辦办農农連连進进運运過过達达遠远適适選选遷迁還还邊边鄉乡醫医釋释針针鈴铃錄录' +
      '鋪铺鑒鉴長长門门開开閃闪閑闲間间閣阁隊队陽阳際际隨随險险雙双難难電电霧雾靈灵韋韦韻韵響响項项順顺須须頌颂預预領领頻频' +
      '題题願愿顯显風风飄飘飯饭飾饰館馆馳驰駿骏騰腾驕骄驚惊驛驿體体魚鱼鮑鲍鮮鲜鳴鸣鴻鸿鵑鹃鶴鹤鷹鹰麥麦齡龄岡冈崗岗',
  ).reduce<[string, string][]>((pairs, one, i, all) => {
    if (i % 2 === 0) pairs.push([one, all[i + 1] ?? one]);
    return pairs;
  }, []),
);

/** Letters of other scripts that look like Latin ones. */
const LOOK_ALIKES = new Map(
  'аa вb сc еe нh іi јj кk мm оo рp ѕs тt хx уy αa βb εe ηn ιi κk νv οo ρp τt υu χx γy ɑa ɡg ıi ӏl ԁd ԛq ԝw һh'
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

/** Letters that show nothing. */
const FILLERS = /[\u115F\u1160\u3164\uFFA0\u17B4\u17B5\u2800]/gu;

/** Words of a name, folded: no invisible characters, marks or punctuation; one width, case and form of each character. */
function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{Cf}\p{Cc}\p{M}]/gu, '')
    .normalize('NFKC')
    .replace(FILLERS, '')
    .toLowerCase();
  const folded = Array.from(plain, (one) => SIMPLIFIED.get(one) ?? LOOK_ALIKES.get(one) ?? one).join('');
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/**
 * Whether two names are those of one person, however they are typed: invisible characters, width, case, look-alike letters,
 * traditional forms, punctuation and the order of the words make no other person.
 */
export function isSamePerson(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.join('') === other.join('')) return true;
  if ([...one].sort().join(' ') === [...other].sort().join(' ')) return true;
  const [turned, straight] = one.length > 1 ? [one, other] : [other, one];
  return turned.length > 1 && straight.length === 1 && turned.length <= 3 && orders(turned).includes(straight[0] ?? '');
}

function orders(words: readonly string[]): string[] {
  if (words.length < 2) return [words.join('')];
  return words.flatMap((word, i) => orders(words.filter((_, j) => j !== i)).map((rest) => word + rest));
}

/** Whether a text can be anybody's name: there is a letter in it that shows. */
export function isName(text: string): boolean {
  return wordsOf(text).some((word) => /\p{L}/u.test(word));
}
