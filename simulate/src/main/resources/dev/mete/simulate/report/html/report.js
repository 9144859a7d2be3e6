"use strict";
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  var colours = ["#4063d8", "#389826", "#cb3c33", "#9558b2", "#d68a00", "#3aa6a6"];
  var ink = getComputedStyle(document.body).color;
  Chart.defaults.color = ink;
  Chart.defaults.animation = false;
  function shown(unit, value) {
    return unit === "$"
      ? "$" + value.toLocaleString("en-US", { maximumFractionDigits: 2 })
      : value.toLocaleString("en-US", { maximumFractionDigits: 2 }) + " " + unit;
  }
  // Where the caller stops waiting: the bars beyond it are late.
  var limit = {
    id: "limit",
    afterDraw: function (drawn) {
      var late = drawn.data.labels.indexOf("≤ 100 %") + 1;
      var scale = drawn.scales.y;
      var height = scale.height / drawn.data.labels.length;
      var y = scale.top + late * height;
      var pen = drawn.ctx;
      pen.save();
      pen.strokeStyle = pen.fillStyle = "#cb3c33";
      pen.lineWidth = 2;
      pen.beginPath();
      pen.moveTo(drawn.chartArea.left, y);
      pen.lineTo(drawn.chartArea.right, y);
      pen.stroke();
      pen.textAlign = "right";
      pen.fillText("too late below this line", drawn.chartArea.right - 4, y + 14);
      pen.restore();
    }
  };
  document.querySelectorAll("canvas[data-chart]").forEach(function (canvas) {
    var chart = data.charts[canvas.dataset.chart];
    var flat = chart.labels.length > 4;
    if (flat) {
      canvas.parentElement.style.height = 6 + chart.labels.length * (1 + data.contenders.length * 0.8) + "rem";
    }
    new Chart(canvas, {
      type: "bar",
      plugins: canvas.dataset.chart === "patience" ? [limit] : [],
      data: {
        labels: chart.labels,
        datasets: data.contenders.map(function (name, place) {
          return { label: name, data: chart.rows[place], backgroundColor: colours[place % colours.length] };
        })
      },
      options: {
        indexAxis: flat ? "y" : "x",
        maintainAspectRatio: false,
        scales: { [flat ? "x" : "y"]: { beginAtZero: true, ticks: { callback: function (value) { return shown(chart.unit, value); } } } },
        plugins: { tooltip: { callbacks: { label: function (item) { return item.dataset.label + ": " + shown(chart.unit, item.raw); } } } }
      }
    });
  });
})();
