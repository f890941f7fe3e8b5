/** Words of the columns that decide who a rule is for; packs and rosters share them. */
export const ORGANISATION_KINDS = [
  '就业帮扶车间',
  '家庭服务企业',
  '劳务中介组织',
  '劳务经纪人',
  '创业孵化基地',
  '培训机构',
] as const;

/** 培训类别. */
export const TRAINING_KINDS = ['技能', '创业', '餐饮服务', '两后生', '劳务经纪人'] as const;

/** 人员类别 of 用工. */
export const WORKER_CATEGORIES = ['脱贫人口', '农村低收入人口', '搬迁群众', '其他'] as const;

/** 主体类型 of 经营. */
export const BUSINESS_KINDS = ['小微企业', '个体工商户', '种植业', '养殖业'] as const;
