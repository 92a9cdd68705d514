/* Improvements only: every page is whole without this script.
   - shows the button that prints the page;
   - keeps the boxes of the checklists ticked, on this computer, for this page. */
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
})();
