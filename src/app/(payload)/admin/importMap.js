import { CalendarDateCell as CalendarDateCell_b2a8a8775d3c76594dea1cd5d26ae58c } from '../../../../src/admin/fields/CalendarDateCell.tsx'
import { CalendarDateField as CalendarDateField_678572357aa7e09a7a925906bd837072 } from '../../../../src/admin/fields/CalendarDateField.tsx'
import { RelatedCell as RelatedCell_1e3d234efb42c4581a10c23c654acc68 } from '../../../../src/admin/fields/RelatedCell.tsx'
import { YesOrNoCell as YesOrNoCell_efa139642593fde549af57260e52e300 } from '../../../../src/admin/fields/YesOrNoCell.tsx'
import { MomentCell as MomentCell_ddbf15ce3b1829e653e205ed4c3728ac } from '../../../../src/admin/fields/MomentCell.tsx'
import { MomentField as MomentField_85e0b86eaa15989be600444c20254e30 } from '../../../../src/admin/fields/MomentField.tsx'
import { MomentFilter as MomentFilter_de1b6419bde23d035308745123bbe1c1 } from '../../../../src/admin/fields/MomentFilter.tsx'
import { ListWays as ListWays_d27801fbe7f0a0e518af0adbf3b1c61e } from '../../../../src/admin/lists/ListWays.tsx'
import { ChangeDetails as ChangeDetails_6d4debd8848b7defa973d8468070d688 } from '../../../../src/admin/record/ChangeDetails.tsx'
import { RecordPage as RecordPage_b6c4ad70c7e4d5a1e3dc3a9fd401801f } from '../../../../src/admin/record/RecordPage.tsx'
import { ReasonCell as ReasonCell_f4e8adf86f298af821185821c7217eef } from '../../../../src/admin/fields/ReasonCell.tsx'
import { ReasonField as ReasonField_c2271403cde4acaaeabd0b3cc5ba9346 } from '../../../../src/admin/fields/ReasonField.tsx'
import { DeliveryCell as DeliveryCell_a5d55af72e59820b73ff77349193a871 } from '../../../../src/admin/consent/DeliveryCell.tsx'
import { DetailCell as DetailCell_e426a296112415cd1ddc3f5636ed6677 } from '../../../../src/admin/fields/DetailCell.tsx'
import { DetailField as DetailField_de4bd7c85cbb41b982eca174a52ab117 } from '../../../../src/admin/fields/DetailField.tsx'
import { ConfirmedCell as ConfirmedCell_d2595913da6911084b0ea067932f1d02 } from '../../../../src/admin/meetings/ConfirmedCell.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { DirectoryTools as DirectoryTools_fe1ac6cfa85ee8598f4de3de7d82e85e } from '../../../../src/admin/directory/DirectoryTools.tsx'
import { GuidanceTools as GuidanceTools_2befc68ead8def4d8160c9f147f392fc } from '../../../../src/admin/guidance/GuidanceTools.tsx'
import { Menu as Menu_e73a0f8ab980c4a9a2c4c1ca1bfe266c } from '../../../../src/admin/menu/Menu.tsx'
import { Brand as Brand_8e0979b48e7d115bf5d633c40a14189e } from '../../../../src/admin/brand/Brand.tsx'
import { SignOutButton as SignOutButton_6a9967dc07dd4696aae90ea39ec898c9 } from '../../../../src/admin/brand/SignOutButton.tsx'
import { Icon as Icon_5eddd781ceb78812efb2dcc0cec36920 } from '../../../../src/admin/brand/Icon.tsx'
import { Logo as Logo_2e763df44b42c422bacb8a7fd68ccf87 } from '../../../../src/admin/brand/Logo.tsx'
import { PayloadMends as PayloadMends_4dd16941c3ccf37a07fafd681a0ae9e7 } from '../../../../src/admin/mends/PayloadMends.tsx'
import { Today as Today_22a04d2b96d4ce54f1505b5266557b0e } from '../../../../src/admin/today/Today.tsx'
import { WorkingList as WorkingList_6a31006be5fa86095f712489e794a9d0 } from '../../../../src/admin/workingList/WorkingList.tsx'
import { Search as Search_f4a789b9fe6dbc1115632bb54e94ec80 } from '../../../../src/admin/search/Search.tsx'
import { AllRecords as AllRecords_5e2809cab2dd7830a3f9356a92b0fab1 } from '../../../../src/admin/menu/AllRecords.tsx'
import { Policies as Policies_ad92ba29d4cbc24ca8baef1543bbc957 } from '../../../../src/admin/policies/Policies.tsx'
import { SetUp as SetUp_ebfc2f1b98c52bb7de00252e081bb300 } from '../../../../src/admin/setUp/SetUp.tsx'
import { MeetingPack as MeetingPack_9bbcdba6dbbbb37f4032d1e39bfcb97b } from '../../../../src/admin/pack/MeetingPack.tsx'
import { WhoLooked as WhoLooked_12bed302cb74d9454d3126ae410727c7 } from '../../../../src/admin/whoLooked/WhoLooked.tsx'
import { Comparison as Comparison_943f425d70a589e6c42a48b10cd0aed0 } from '../../../../src/admin/policies/Comparison.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/fields/CalendarDateCell.tsx#CalendarDateCell": CalendarDateCell_b2a8a8775d3c76594dea1cd5d26ae58c,
  "/src/admin/fields/CalendarDateField.tsx#CalendarDateField": CalendarDateField_678572357aa7e09a7a925906bd837072,
  "/src/admin/fields/RelatedCell.tsx#RelatedCell": RelatedCell_1e3d234efb42c4581a10c23c654acc68,
  "/src/admin/fields/YesOrNoCell.tsx#YesOrNoCell": YesOrNoCell_efa139642593fde549af57260e52e300,
  "/src/admin/fields/MomentCell.tsx#MomentCell": MomentCell_ddbf15ce3b1829e653e205ed4c3728ac,
  "/src/admin/fields/MomentField.tsx#MomentField": MomentField_85e0b86eaa15989be600444c20254e30,
  "/src/admin/fields/MomentFilter.tsx#MomentFilter": MomentFilter_de1b6419bde23d035308745123bbe1c1,
  "/src/admin/lists/ListWays.tsx#ListWays": ListWays_d27801fbe7f0a0e518af0adbf3b1c61e,
  "/src/admin/record/ChangeDetails.tsx#ChangeDetails": ChangeDetails_6d4debd8848b7defa973d8468070d688,
  "/src/admin/record/RecordPage.tsx#RecordPage": RecordPage_b6c4ad70c7e4d5a1e3dc3a9fd401801f,
  "/src/admin/fields/ReasonCell.tsx#ReasonCell": ReasonCell_f4e8adf86f298af821185821c7217eef,
  "/src/admin/fields/ReasonField.tsx#ReasonField": ReasonField_c2271403cde4acaaeabd0b3cc5ba9346,
  "/src/admin/consent/DeliveryCell.tsx#DeliveryCell": DeliveryCell_a5d55af72e59820b73ff77349193a871,
  "/src/admin/fields/DetailCell.tsx#DetailCell": DetailCell_e426a296112415cd1ddc3f5636ed6677,
  "/src/admin/fields/DetailField.tsx#DetailField": DetailField_de4bd7c85cbb41b982eca174a52ab117,
  "/src/admin/meetings/ConfirmedCell.tsx#ConfirmedCell": ConfirmedCell_d2595913da6911084b0ea067932f1d02,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/directory/DirectoryTools.tsx#DirectoryTools": DirectoryTools_fe1ac6cfa85ee8598f4de3de7d82e85e,
  "/src/admin/guidance/GuidanceTools.tsx#GuidanceTools": GuidanceTools_2befc68ead8def4d8160c9f147f392fc,
  "/src/admin/menu/Menu.tsx#Menu": Menu_e73a0f8ab980c4a9a2c4c1ca1bfe266c,
  "/src/admin/brand/Brand.tsx#Brand": Brand_8e0979b48e7d115bf5d633c40a14189e,
  "/src/admin/brand/SignOutButton.tsx#SignOutButton": SignOutButton_6a9967dc07dd4696aae90ea39ec898c9,
  "/src/admin/brand/Icon.tsx#Icon": Icon_5eddd781ceb78812efb2dcc0cec36920,
  "/src/admin/brand/Logo.tsx#Logo": Logo_2e763df44b42c422bacb8a7fd68ccf87,
  "/src/admin/mends/PayloadMends.tsx#PayloadMends": PayloadMends_4dd16941c3ccf37a07fafd681a0ae9e7,
  "/src/admin/today/Today.tsx#Today": Today_22a04d2b96d4ce54f1505b5266557b0e,
  "/src/admin/workingList/WorkingList.tsx#WorkingList": WorkingList_6a31006be5fa86095f712489e794a9d0,
  "/src/admin/search/Search.tsx#Search": Search_f4a789b9fe6dbc1115632bb54e94ec80,
  "/src/admin/menu/AllRecords.tsx#AllRecords": AllRecords_5e2809cab2dd7830a3f9356a92b0fab1,
  "/src/admin/policies/Policies.tsx#Policies": Policies_ad92ba29d4cbc24ca8baef1543bbc957,
  "/src/admin/setUp/SetUp.tsx#SetUp": SetUp_ebfc2f1b98c52bb7de00252e081bb300,
  "/src/admin/pack/MeetingPack.tsx#MeetingPack": MeetingPack_9bbcdba6dbbbb37f4032d1e39bfcb97b,
  "/src/admin/whoLooked/WhoLooked.tsx#WhoLooked": WhoLooked_12bed302cb74d9454d3126ae410727c7,
  "/src/admin/policies/Comparison.tsx#Comparison": Comparison_943f425d70a589e6c42a48b10cd0aed0,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
