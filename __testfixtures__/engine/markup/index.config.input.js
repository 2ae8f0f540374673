export default { optionMenu: { icon: 'a' }, window: { optionMenu: {} } }
