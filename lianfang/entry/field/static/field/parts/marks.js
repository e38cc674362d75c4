/** Signs of the house's sprite. */
import {html} from '../../vendor/lit-html.js';

export const icon = name => html`<svg class="icon" aria-hidden="true"><use href="/static/ui/icons.svg#${name}"></use></svg>`;
