/** Questions are printed closed, as they stand; their answers on request. */
const printer = document.querySelector<HTMLButtonElement>('.print-answers');
if (printer) {
  printer.hidden = false;
  printer.addEventListener('click', () => {
    document.documentElement.classList.add('answers');
    print();
  });
  addEventListener('afterprint', () => document.documentElement.classList.remove('answers'));
}
