// @ts-check

/**
 * Draws a dark village street whose lamp is out.
 *
 * @returns {Promise<Blob>} a JPEG
 */
export function drawDeadLamp() {
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 960;
  const pen = canvas.getContext('2d');
  if (pen === null) return Promise.reject(new Error('no canvas'));

  const sky = pen.createLinearGradient(0, 0, 0, 620);
  sky.addColorStop(0, '#070b18');
  sky.addColorStop(1, '#232a45');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 1280, 960);
  pen.fillStyle = '#cfd6ea';
  for (let star = 0; star < 60; star += 1) {
    pen.globalAlpha = 0.25 + ((star * 7) % 10) / 18;
    pen.fillRect((star * 397) % 1280, (star * 211) % 430, 2, 2);
  }
  pen.globalAlpha = 1;
  pen.beginPath();
  pen.arc(1060, 150, 46, 0, Math.PI * 2);
  pen.fillStyle = '#e9e4cf';
  pen.fill();

  const ground = pen.createLinearGradient(0, 600, 0, 960);
  ground.addColorStop(0, '#10150f');
  ground.addColorStop(1, '#060806');
  pen.fillStyle = ground;
  pen.fillRect(0, 600, 1280, 360);
  pen.fillStyle = '#15161a';
  pen.beginPath();
  pen.moveTo(585, 600);
  pen.lineTo(690, 600);
  pen.lineTo(1180, 960);
  pen.lineTo(80, 960);
  pen.fill();
  pen.fillStyle = '#55524a';
  for (let dash = 0; dash < 5; dash += 1) {
    const y = 620 + dash * dash * 20;
    pen.fillRect(636 - dash * 3, y, 4 + dash * 3, 12 + dash * 8);
  }

  pen.fillStyle = '#0b0f12';
  for (const [x, width, height] of [
    [20, 230, 150],
    [300, 150, 100],
    [830, 170, 110],
    [1040, 230, 170],
  ]) {
    const top = 620 - Number(height);
    pen.fillRect(Number(x), top, Number(width), Number(height));
    pen.beginPath();
    pen.moveTo(Number(x) - 24, top);
    pen.lineTo(Number(x) + Number(width) / 2, top - 70);
    pen.lineTo(Number(x) + Number(width) + 24, top);
    pen.fill();
  }
  pen.fillStyle = '#e7b75f';
  pen.fillRect(1150, 530, 34, 40);

  pen.strokeStyle = '#6d7075';
  pen.lineCap = 'round';
  pen.lineWidth = 20;
  pen.beginPath();
  pen.moveTo(420, 880);
  pen.lineTo(420, 210);
  pen.quadraticCurveTo(424, 150, 500, 150);
  pen.lineTo(610, 160);
  pen.stroke();
  pen.fillStyle = '#3a3d42';
  pen.beginPath();
  pen.moveTo(590, 140);
  pen.lineTo(720, 168);
  pen.lineTo(708, 204);
  pen.lineTo(586, 186);
  pen.fill();
  pen.fillStyle = '#1c1e21';
  pen.fillRect(604, 186, 96, 14);
  pen.fillStyle = '#d9b53f';
  pen.fillRect(404, 620, 32, 60);

  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.85);
  });
}
