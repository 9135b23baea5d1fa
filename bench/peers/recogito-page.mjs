import { createTextAnnotator } from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';

// Recogito's own example: all annotations at once, its default renderer.
const annotator = createTextAnnotator(document.querySelector('main'));
annotator.setAnnotations(JSON.parse(document.getElementById('rows').textContent));
window.annotator = annotator;
