/** The scanner: the camera looks until it sees a code; typing it is always possible. */
import {html, nothing} from '../../vendor/lit-html.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {play} from '../parts/sounds.js';
import {t} from '../parts/words.js';
import * as codes from '../wire/codes.js';

/** Ask for a code from any screen; back there with `app.scanned(text)`. */
export function ask(app, done) {
  const back = {hash: location.hash, form: app.form};
  app.scanning = text => {
    app.go(back.hash);
    setTimeout(() => {
      app.form = back.form;
      if (text) done(text);
      app.draw();
    });
  };
  app.go('#/scan');
}

export function scan(app) {
  const form = app.form;
  if (!form.isLooking) {
    form.isLooking = true;
    setTimeout(() => look(app));
  }
  const typed = () => form.typed && finish(app, form.typed.trim());
  return frame(app, {
    title: t('scan'),
    under: t('scan_under'),
    main: html`<div class="camera"><video id="camera" muted playsinline aria-label=${t('camera')}></video></div>
      ${form.fault ? html`<p class="notice warn">${icon('warn')}${t('no_camera')}</p>` : nothing}
      <div class="field">
        <label for="typed">${t('type_instead')}</label>
        <input
          class="box"
          id="typed"
          autocomplete="off"
          autocapitalize="characters"
          .value=${form.typed ?? ''}
          @input=${event => {
            form.typed = event.target.value;
            app.draw();
          }}
        />
      </div>`,
    foot: html`<button class="outlined" @click=${() => finish(app, '')}>${t('back')}</button>
      <button class="act" ?disabled=${!form.typed} @click=${typed}>${form.typed ? t('take_it') : t('scan_or_type')}</button>`,
  });
}

async function look(app) {
  const form = app.form;
  try {
    form.stop = await codes.watch(
      document.getElementById('camera'),
      text => {
        play('scanned');
        finish(app, text);
      },
      () => {
        form.fault = true;
        app.draw();
      },
    );
  } catch {
    form.fault = true;
    app.draw();
  }
  addEventListener('hashchange', () => form.stop?.(), {once: true});
}

function finish(app, text) {
  app.form.stop?.();
  const done = app.scanning ?? (() => app.go('#/work'));
  app.scanning = null;
  done(text);
}
