// One box to tick all on the page, and how many are ticked.

const all = document.getElementById("all");
const told = document.getElementById("ticked");

function boxes() {
  return [...document.querySelectorAll('#held input[name="ids"]')];
}

function tell() {
  const ticked = boxes().filter((box) => box.checked).length;
  told.textContent = ticked ? `${ticked} ticked` : "";
  all.checked = ticked > 0 && ticked === boxes().length;
  all.indeterminate = ticked > 0 && !all.checked;
}

if (all) {
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of boxes()) box.checked = all.checked;
    tell();
  });
  document.getElementById("held").addEventListener("change", tell);
  document.addEventListener("taken-over", tell);
  tell();
}
