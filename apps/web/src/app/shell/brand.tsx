// The name of the platform with its mark: the two halves of a tally.
export function Brand() {
  return (
    <div className="brand">
      <img src="/favicon.svg" alt="" width={24} height={24} />
      <strong>右券 Youquan</strong>
    </div>
  );
}
