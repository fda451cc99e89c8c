/// Whether two forms say the same: plain data, whose own fields stand in whatever order.
export const isSame = (one: object, other: object): boolean => spelled(one) === spelled(other);

const spelled = (form: object): string => JSON.stringify(Object.entries(form).toSorted());
