/** Province-level divisions of the mainland by short name, with the ends that make the full name. */
export const PROVINCES: Readonly<Record<string, readonly string[]>> = {
  北京: ['北京市'],
  天津: ['天津市'],
  河北: ['河北省'],
  山西: ['山西省'],
  内蒙古: ['内蒙古自治区', '内蒙'],
  辽宁: ['辽宁省'],
  吉林: ['吉林省'],
  黑龙江: ['黑龙江省'],
  上海: ['上海市'],
  江苏: ['江苏省'],
  浙江: ['浙江省'],
  安徽: ['安徽省'],
  福建: ['福建省'],
  江西: ['江西省'],
  山东: ['山东省'],
  河南: ['河南省'],
  湖北: ['湖北省'],
  湖南: ['湖南省'],
  广东: ['广东省'],
  广西: ['广西壮族自治区', '广西自治区'],
  海南: ['海南省'],
  重庆: ['重庆市'],
  四川: ['四川省'],
  贵州: ['贵州省'],
  云南: ['云南省'],
  西藏: ['西藏自治区'],
  陕西: ['陕西省'],
  甘肃: ['甘肃省'],
  青海: ['青海省'],
  宁夏: ['宁夏回族自治区', '宁夏自治区', '宁夏区'],
  新疆: ['新疆维吾尔自治区', '新疆自治区', '新疆生产建设兵团'],
};

/** Outside the mainland: the clause does not say what such a place pays. */
export const BEYOND: readonly string[] = [
  ...'香港 澳门 台湾 港澳台 香港特别行政区 澳门特别行政区 台湾省 国外 境外 海外 出国 外国'.split(' '),
  ...'日本 韩国 朝鲜 新加坡 马来西亚 印度尼西亚 印尼 菲律宾 泰国 越南 老挝 缅甸 柬埔寨 印度 巴基斯坦 孟加拉国'.split(
    ' ',
  ),
  ...'斯里兰卡 尼泊尔 哈萨克斯坦 吉尔吉斯斯坦 乌兹别克斯坦 塔吉克斯坦 土库曼斯坦 蒙古国 俄罗斯 白俄罗斯 乌克兰'.split(
    ' ',
  ),
  ...'沙特 沙特阿拉伯 阿联酋 迪拜 卡塔尔 科威特 伊拉克 伊朗 以色列 约旦 土耳其 阿曼 埃及 阿尔及利亚 摩洛哥'.split(' '),
  ...'安哥拉 尼日利亚 刚果 加纳 肯尼亚 埃塞俄比亚 坦桑尼亚 赞比亚 莫桑比克 南非 几内亚 喀麦隆 乌干达 苏丹'.split(' '),
  ...'美国 加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 英国 法国 德国 意大利 西班牙 葡萄牙 荷兰 比利时 波兰 匈牙利'.split(' '),
  ...'塞尔维亚 希腊 瑞士 瑞典 挪威 丹麦 芬兰 爱尔兰 澳大利亚 新西兰 斐济 巴布亚新几内亚'.split(' '),
];

/** Whether a text is a province's short or full name. */
export function isKnownProvince(text: string): boolean {
  return Object.entries(PROVINCES).some(([short, names]) => short === text || names.includes(text));
}
