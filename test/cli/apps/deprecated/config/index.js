export default { projectName: 'deprecated', sourceRoot: 'src', outputRoot: 'dist' };
