/** From where on the gate's table asks more of somebody; only how the figure is coloured, what follows stands in the table. */
export const feverOf = table =>
  Math.min(
    ...(table?.rows ?? [])
      .flatMap(row => row.if.temperature?.spans ?? [])
      .filter(([low, high]) => low !== null && high === null)
      .map(([low]) => low),
  );
