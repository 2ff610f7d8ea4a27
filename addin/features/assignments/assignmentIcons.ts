// As in addin/ui/icons.ts: single files, because the package root makes webpack read thousands of icons.
export { AddRegular } from '@fluentui/react-icons/svg/add';
export { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
export { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
export { DeleteRegular } from '@fluentui/react-icons/svg/delete';
export { EditRegular } from '@fluentui/react-icons/svg/edit';
export { ReOrderDotsVerticalRegular } from '@fluentui/react-icons/svg/re-order-dots-vertical';
