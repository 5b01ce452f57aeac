exports.resolver = async () => 'from the ready bundle';
