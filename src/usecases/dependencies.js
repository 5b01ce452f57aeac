export function nowIso(deps) {
  return new Date(deps.now()).toISOString();
}
