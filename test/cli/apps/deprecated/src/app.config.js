export default { pages: ['pages/poster', 'pages/music', 'pages/mine', 'pages/talk', 'pages/map'] };
