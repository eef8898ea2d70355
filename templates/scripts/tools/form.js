// A form, filled in on screen.
{
  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form.form");
    policywright.keeping(form);
  });
}
