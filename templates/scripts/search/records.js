// The records: what can be found, unpacked from the columns in which they travel.
{
  // Returns the records in reading order; each knows what it stands in, from which it takes what it does not say. `first` is
  // the number of the first one.
  function unpack(columns, first = 0) {
    const within = [];
    return columns.depth.map((depth, index) => {
      const outer = depth ? within[depth - 1] : null;
      const record = { id: first + index, outer, inner: [] };
      for (const [field, values] of Object.entries(columns)) {
        record[field] = values[index];
      }
      within[depth] = inheriting(record, outer);
      outer?.inner.push(record);
      return record;
    });
  }

  function inheriting(record, outer) {
    record.top = outer ? outer.top : record;
    record.path ||= outer?.path ?? "";
    record.part ||= outer?.part ?? "";
    record.duty ||= outer?.duty ?? "";
    record.roles = record.roles || outer?.roles || [];
    record.topics = record.topics || (record.kind === "point" && outer.topics) || [];
    record.address = record.anchor ? `${record.path}#${record.anchor}` : record.path;
    return record;
  }

  policywright.unpack = unpack;
}
