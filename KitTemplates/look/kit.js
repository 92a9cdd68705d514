/* Improvements only: every page is whole without this script.
   - shows the button that prints the page;
   - keeps the boxes of the checklists ticked, on this computer, for this page;
   - lets one choose among the rows of a long table, by its columns and by words. */
(function () {
  "use strict";

  var button = document.querySelector("button.print");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  }

  /* A box is known by its words, so that a tick stays with its line when a new kit adds others;
     the same words twice on a page are counted. */
  var boxes = document.querySelectorAll(".checks input[type=checkbox]");
  var names = [];
  var seen = {};
  for (var i = 0; i < boxes.length; i++) {
    var words = boxes[i].parentNode.textContent.replace(/\s+/g, " ").trim();
    var times = seen["=" + words] = (seen["=" + words] || 0) + 1;
    names.push(times > 1 ? words + " #" + times : words);
  }

  var key = "trousse:" + window.location.pathname;

  /* A browser may refuse its store to pages opened from a disk: then nothing is kept. */
  function load() {
    try {
      var kept = JSON.parse(window.localStorage.getItem(key) || "[]");
      return Array.isArray(kept) ? kept : [];
    } catch (refusal) {
      return [];
    }
  }

  function save() {
    var ticked = names.filter(function (name, index) { return boxes[index].checked; });
    try {
      if (ticked.length > 0) {
        window.localStorage.setItem(key, JSON.stringify(ticked));
      } else {
        window.localStorage.removeItem(key);
      }
    } catch (refusal) {
      return;
    }
  }

  var kept = load();
  for (var j = 0; j < boxes.length; j++) {
    if (kept.indexOf(names[j]) >= 0) { boxes[j].checked = true; }
    boxes[j].addEventListener("change", save);
  }

  /* Letters without accents and in one case, as the words of a search. */
  function plain(text) {
    var lower = text.toLowerCase();
    return lower.normalize ? lower.normalize("NFD").replace(/[\u0300-\u036f]/g, "") : lower;
  }

  function values(row, column) {
    return row.cells[column].textContent.split(/\s*;\s*/);
  }

  /* `data-choices` names the columns; a cell may hold several values with semicolons between. */
  function addChoices(table, number) {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    var form = document.createElement("form");
    form.className = "choices";
    var status = document.createElement("p");
    status.setAttribute("role", "status");
    var fields = [];

    function add(name, field, column) {
      field.id = "choix_" + number + "_" + fields.length;
      var label = document.createElement("label");
      label.htmlFor = field.id;
      label.textContent = name;
      var part = document.createElement("p");
      part.appendChild(label);
      part.appendChild(field);
      form.appendChild(part);
      fields.push({ field: field, column: column });
      field.addEventListener("input", choose);
    }

    function fits(row, entry) {
      var wanted = entry.field.value;
      if (wanted === "") { return true; }
      if (entry.column < 0) { return plain(row.textContent).indexOf(plain(wanted)) >= 0; }
      return values(row, entry.column).indexOf(wanted) >= 0;
    }

    function choose() {
      var shown = 0;
      rows.forEach(function (row) {
        row.hidden = !fields.every(function (entry) { return fits(row, entry); });
        if (!row.hidden) { shown++; }
      });
      status.textContent = shown + " sur " + rows.length;
    }

    table.getAttribute("data-choices").split(" ").forEach(function (text) {
      var column = Number(text);
      var names = [];
      rows.forEach(function (row) {
        values(row, column).forEach(function (value) {
          if (names.indexOf(value) < 0) { names.push(value); }
        });
      });
      var select = document.createElement("select");
      [""].concat(names).forEach(function (name) {
        var option = document.createElement("option");
        option.value = name;
        option.textContent = name === "" ? "tous" : name;
        select.appendChild(option);
      });
      add(table.tHead.rows[0].cells[column].textContent, select, column);
    });
    var words = document.createElement("input");
    words.type = "search";
    add("Mots", words, -1);
    form.appendChild(status);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    table.parentNode.parentNode.insertBefore(form, table.parentNode);
    choose();
  }

  var tables = document.querySelectorAll("table[data-choices]");
  for (var t = 0; t < tables.length; t++) { addChoices(tables[t], t); }
})();
