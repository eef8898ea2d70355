// Dates, given as day, month and year in three boxes; the month as a number or by its name, as far as anybody writes it.
{
  const PARTS = ["day", "month", "year"];
  const MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
  ];
  const FEWEST_LETTERS = 3;

  // The number of a month; 0 where it is none.
  const monthOf = (given) => {
    const begins = (name) => given.length >= FEWEST_LETTERS && name.toLowerCase().startsWith(given.toLowerCase());
    return /^\d+$/.test(given) ? Number(given) : MONTHS.findIndex(begins) + 1;
  };

  // In words, such as 4 March 2027; empty where there is no such day.
  const inWords = ([day, month, year]) => {
    const date = new Date(0);
    date.setFullYear(year, monthOf(month) - 1, day);
    const isReal = /^\d+$/.test(day) && /^\d+$/.test(year) && date.getDate() === Number(day) && date.getMonth() === monthOf(month) - 1;
    return isReal ? `${Number(day)} ${MONTHS[monthOf(month) - 1]} ${Number(year)}` : "";
  };

  policywright.dates = {
    PARTS,

    // What stands in three boxes, without spaces around it.
    typed: (boxes) => boxes.map(({ value }) => value.trim()),

    isReal: (parts) => inWords(parts) !== "",

    // In words; what is no date stands as it was typed, so that the writer sees it.
    inWords: (parts) => inWords(parts) || parts.filter(Boolean).join(" "),
  };
}
