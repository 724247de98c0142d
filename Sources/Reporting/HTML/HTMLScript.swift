/// What moves on the page: filters, and the lines of the route map.
enum HTMLScript {
  static let text = """
    "use strict";
    (function () {
      var form = document.querySelector(".filters");
      var findings = Array.from(document.querySelectorAll(".finding"));
      function filter() {
        var wanted = new Set(Array.from(form.querySelectorAll("[name=severity]:checked"), function (box) { return box.value; }));
        var file = form.elements.file ? form.elements.file.value : "";
        var words = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
        var shown = 0;
        findings.forEach(function (finding) {
          var text = finding.textContent.toLowerCase();
          var isShown = wanted.has(finding.dataset.severity) && (!file || finding.dataset.file === file) &&
            words.every(function (word) { return text.includes(word); });
          finding.hidden = !isShown;
          if (isShown) shown += 1;
        });
        document.querySelectorAll(".fault").forEach(function (group) {
          group.hidden = !group.querySelector(".finding:not([hidden])");
        });
        document.querySelector(".unmatched").hidden = shown > 0;
        form.querySelector("output").textContent = shown + " / " + findings.length;
      }
      if (form) {
        form.addEventListener("input", filter);
        form.addEventListener("submit", function (event) { event.preventDefault(); });
        filter();
      }

      // What is wider than its box can be scrolled by keys as well, and shows the marked place first.
      function reveal() {
        document.querySelectorAll(".src,.scroll").forEach(function (box) {
          if (box.scrollWidth <= box.clientWidth) return box.removeAttribute("tabindex");
          var mark = box.querySelector("mark");
          box.tabIndex = 0;
          if (mark && mark.offsetLeft + mark.offsetWidth > box.clientWidth) {
            box.scrollLeft = Math.min(mark.offsetLeft - 48, mark.offsetLeft + mark.offsetWidth - box.clientWidth + 16);
          }
        });
      }

      function draw(lanes) {
        var svg = lanes.querySelector("svg");
        var box = lanes.getBoundingClientRect();
        var width = svg.getBoundingClientRect().width;
        svg.textContent = "";
        var lane = 0;
        lanes.querySelectorAll("tr[data-rivals]").forEach(function (row) {
          row.dataset.rivals.split(" ").filter(Boolean).forEach(function (id) {
            var rival = document.getElementById(id);
            if (!rival) return;
            var from = row.getBoundingClientRect(), to = rival.getBoundingClientRect();
            var y1 = from.top - box.top + Math.min(20, from.height / 2);
            var y2 = to.top - box.top + Math.min(20, to.height / 2);
            var x = width - 6 - (lane % 4 + 1) * (width - 12) / 5;
            lane += 1;
            var path = document.createElementNS("http://www.w3.org/2000/svg", "path");
            path.setAttribute("class", row.className);
            path.setAttribute("d", "M" + (width - 4) + " " + y1 + "H" + x + "V" + y2 + "H" + (width - 4) +
              "m-5 -4l5 4l-5 4");
            svg.appendChild(path);
          });
        });
      }
      function drawAll() { document.querySelectorAll("details[open] .lanes").forEach(draw); }
      document.querySelectorAll("details").forEach(function (details) { details.addEventListener("toggle", fit); });
      function fit() {
        reveal();
        drawAll();
      }
      window.addEventListener("resize", fit);
      fit();
    })();
    """
}
