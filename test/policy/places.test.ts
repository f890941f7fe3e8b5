import { describe, expect, test } from 'vitest';
import { resolvePlace, workDistance } from '../../src/policy/places/resolve-place.js';

const LITONG = { province: '宁夏', county: '利通区' };

describe('place texts are read by longest match', () => {
  test.each([
    ['西安市某某厂', 'other-province'],
    ['浙江宁波', 'other-province'],
    ['吉林市', 'other-province'],
    ['青海海南州', 'other-province'],
    ['内蒙古阿拉善左旗', 'other-province'],
    ['新疆维吾尔自治区乌鲁木齐市', 'other-province'],
    ['北京朝阳区', 'other-province'],
    ['青岛市香港中路', 'other-province'],
    ['银川', 'other-county'],
    ['银川市西夏区', 'other-county'],
    ['宁夏回族自治区中卫市', 'other-county'],
    ['吴忠市红寺堡区', 'other-county'],
    ['宁夏吴忠同心', 'other-county'],
    ['灵武市宁东镇', 'other-county'],
    ['利通区', 'own-county'],
    ['宁夏吴忠市利通区北京路', 'own-county'],
    ['利通区北京烤鸭店', 'own-county'],
  ])('%s is %s', (text, is) => {
    expect(workDistance(text, LITONG).is).toBe(is);
  });

  test.each([
    ['吴忠市', 'county-unknown'],
    ['宁夏', 'county-unknown'],
    ['利通区、青铜峡市', 'county-unknown'],
    ['区内', 'place-unresolved'],
    ['本地', 'place-unresolved'],
    ['北京路', 'place-unresolved'],
    ['阿里巴巴', 'place-unresolved'],
    ['同心小学', 'place-unresolved'],
    ['甘肃建投宁夏分公司', 'place-unresolved'],
    ['香港', 'place-beyond'],
    ['新加坡', 'place-beyond'],
  ])('%s cannot be decided: %s', (text, why) => {
    expect(workDistance(text, LITONG)).toEqual({ is: null, why });
  });

  test('a blank place is unknown', () => {
    expect(workDistance(null, LITONG)).toEqual({ is: null, why: 'place-blank' });
  });

  test('every county of 宁夏 is known by its full name', () => {
    const counties =
      '利通区 红寺堡区 盐池县 同心县 青铜峡市 兴庆区 西夏区 金凤区 永宁县 贺兰县 灵武市 大武口区 惠农区 平罗县 原州区 西吉县 隆德县 泾源县 彭阳县 沙坡头区 中宁县 海原县';
    for (const county of counties.split(' ')) expect(resolvePlace(county)).toMatchObject({ province: '宁夏', county });
  });

  test('every province is known by its short and full name', () => {
    const names =
      '北京 天津市 河北 山西省 内蒙古自治区 辽宁 吉林省 黑龙江 上海市 江苏 浙江省 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西壮族自治区 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆';
    for (const name of names.split(' ')) expect(resolvePlace(name).province, name).not.toBeNull();
    expect(resolvePlace('陕西').province).not.toBe(resolvePlace('山西').province);
  });
});
