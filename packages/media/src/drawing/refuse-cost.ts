import {
  DRAWING_DASHES_MAX,
  DRAWING_LAYERS_DEPTH_MAX,
  DRAWING_LAYERS_MAX,
  DRAWING_POINTS_MAX,
  DRAWING_STOPS_MAX,
  DRAWING_TRANSLUCENT_MAX,
} from '../limits.ts';
import { type CostlyElement, countCost } from './drawing-cost.ts';
import type { DrawingWriter } from './drawing-writer.ts';

/** What would keep a browser and the build busy for minutes, however small the file is. */
export function refuseCost(writer: DrawingWriter, root: CostlyElement): void {
  const { layers, depth, dashes, points, stops, translucent } = countCost(root);
  if (layers > DRAWING_LAYERS_MAX || depth > DRAWING_LAYERS_DEPTH_MAX)
    writer.refuse(0, '<svg>', {
      en: `Masks and clips are drawn more than ${DRAWING_LAYERS_MAX} times, or stand more than ${DRAWING_LAYERS_DEPTH_MAX} deep in one another: flatten the drawing in its program.`,
      ru: `Маски и обрезки рисуются больше ${DRAWING_LAYERS_MAX} раз или вложены глубже ${DRAWING_LAYERS_DEPTH_MAX}: сведите рисунок в графической программе.`,
    });
  if (dashes > DRAWING_DASHES_MAX)
    writer.refuse(0, '<svg>', {
      en: `Dashed lines have more than ${DRAWING_DASHES_MAX} dashes: make the dashes longer.`,
      ru: `В пунктирных линиях больше ${DRAWING_DASHES_MAX} штрихов: сделайте штрихи длиннее.`,
    });
  if (points > DRAWING_POINTS_MAX)
    writer.refuse(0, '<svg>', {
      en: `Paths have more than ${DRAWING_POINTS_MAX} points, each counted as often as it is drawn: simplify them in the drawing program.`,
      ru: `В контурах больше ${DRAWING_POINTS_MAX} точек, если считать каждую столько раз, сколько её рисуют: упростите контуры в графической программе.`,
    });
  if (stops > DRAWING_STOPS_MAX)
    writer.refuse(0, '<svg>', {
      en: `Gradients have more than ${DRAWING_STOPS_MAX} stops, each counted as often as something is painted with it: use fewer colours, or plain ones.`,
      ru: `В градиентах больше ${DRAWING_STOPS_MAX} опорных цветов, если считать каждый столько раз, сколько им закрашивают: возьмите меньше цветов или закрасьте сплошь.`,
    });
  if (translucent > DRAWING_TRANSLUCENT_MAX)
    writer.refuse(0, '<svg>', {
      en: `More than ${DRAWING_TRANSLUCENT_MAX} groups are translucent: give the opacity to what stands in them.`,
      ru: `Полупрозрачных групп больше ${DRAWING_TRANSLUCENT_MAX}: задайте прозрачность тому, что в них.`,
    });
}
