/** What an induction goes through, each a tick on its record [VOL-3]. */
export const INDUCTION_LIST = {
  coveredPurpose: 'Went through: the purpose and vision of the charity',
  coveredObjective: 'Went through: the objective of the programme',
  coveredConduct: 'Went through: the code of conduct',
  coveredRole: 'Went through: the role',
  coveredBoundaries: 'Went through: boundaries',
} as const
