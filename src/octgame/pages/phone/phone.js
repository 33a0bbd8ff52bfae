
(function () {
  'use strict';
  /* Written for old phones. Times in milliseconds. */
  var QUIET = 4500, PATIENCE = 1500, POLL = 2000;
  var KINDS = {'do': 'Do', believe: 'Believe', print: 'Print'};
  var TEXTS = {
    wait: 'Nothing to vote on now. Look at the wall.',
    open: 'Tap one answer. Nobody sees which.',
    closed: 'The vote is closed. Look at the wall.',
    over: 'The class is over. This phone has forgotten its seat.',
    counted: 'Your vote counts. Until the vote is closed you can change it.',
    sending: 'Sending your vote …',
    lost: 'No connection. Trying again …',
    late: 'That vote was closed before your answer came.'
  };
  var main = document.getElementsByTagName('main')[0];
  var state = {version: -1, round: -1, options: []};
  var pending = null, stream = null, heard = 0, lost = false, late = false;

  function get(id) { return document.getElementById(id); }

  function write(id, text) {
    if (get(id).textContent !== text) { get(id).textContent = text; }
  }

  function ask(method, path, body, done) {
    var request = new XMLHttpRequest();
    request.open(method, path, true);
    request.timeout = PATIENCE;
    if (body) { request.setRequestHeader('Content-Type', 'application/json'); }
    request.onreadystatechange = function () {
      var data = null;
      if (request.readyState !== 4) { return; }
      try { data = JSON.parse(request.responseText); } catch (e) { data = null; }
      done(data ? request.status : 0, data || {});
    };
    request.send(body ? JSON.stringify(body) : null);
  }

  /* Before a seat is taken: the code in the address is enough. */
  function join() {
    ask('POST', '/join', {code: get('code').value}, function (status, data) {
      if (status === 200) { enter(); show(data); return; }
      write('status', status ? data.message : TEXTS.lost);
      if (!status || status === 429) { setTimeout(join, status ? 15000 : PATIENCE); }
    });
  }

  function status() {
    if (state.state === 'open') {
      if (lost) { return TEXTS.lost; }
      if (pending) { return TEXTS.sending; }
      if (state.yours) { return TEXTS.counted; }
      return late ? TEXTS.late + ' ' + TEXTS.open : TEXTS.open;
    }
    return lost && state.state !== 'over' ? TEXTS.lost : TEXTS[state.state] || '';
  }

  function build() {
    var answers = get('answers'), i, button, letter;
    answers.textContent = '';
    for (i = 0; i < state.options.length; i += 1) {
      button = document.createElement('button');
      button.name = 'option';
      button.value = state.options[i].key;
      letter = document.createElement('b');
      letter.textContent = 'ABCDEFGHI'.charAt(i);
      button.appendChild(letter);
      button.appendChild(document.createTextNode(' ' + state.options[i].text));
      button.onclick = vote;
      answers.appendChild(button);
    }
  }

  function paint() {
    var buttons = get('answers').getElementsByTagName('button'), i, chosen;
    chosen = pending ? pending.option : state.yours;
    for (i = 0; i < buttons.length; i += 1) {
      buttons[i].disabled = state.state !== 'open';
      buttons[i].setAttribute('aria-pressed', buttons[i].value === chosen ? 'true' : 'false');
    }
    write('status', status());
  }

  function show(next) {
    lost = false;
    if (next.version < state.version) { return; }
    var other = next.round !== state.round ||
      JSON.stringify(next.options) !== JSON.stringify(state.options);
    if (!next.yours && next.round === state.round) { next.yours = state.yours; }
    state = next;
    if (pending && (pending.round !== state.round || state.state !== 'open')) {
      pending = null;
      late = !state.yours;
    }
    get('kind').hidden = !state.kind;
    get('kind').className = state.kind;
    write('kind', KINDS[state.kind] || '');
    write('ask', state.ask || 'The class votes');
    if (other) { build(); }
    paint();
    if (state.state === 'over') {
      if (stream) { stream.close(); }
      ask('POST', '/leave', {}, function () { return; });
    }
  }

  /* A vote is sent until somebody says that it counts, or that it came too late. */
  function vote() {
    pending = {round: state.round, option: this.value};
    late = false;
    paint();
    send(pending);
    return false;
  }

  function send(mine) {
    if (pending !== mine) { return; }
    ask('POST', '/vote', mine, function (code, data) {
      if (pending !== mine) { return; }
      if (code === 200) { pending = null; show(data); return; }
      if (code === 409) { pending = null; late = true; show(data); return; }
      if (code === 400) { pending = null; paint(); return; }
      if (code === 403) { location.reload(); return; }
      lost = !code;
      paint();
      setTimeout(function () { send(mine); }, PATIENCE);
    });
  }

  function refetch(back) {
    ask('GET', '/state', null, function (code, data) {
      if (code === 403) { location.reload(); return; }
      if (code === 200) { show(data); back(); return; }
      lost = true;
      paint();
    });
  }

  function listen() {
    if (!window.EventSource) { return; }
    heard = Date.now();
    if (stream) { stream.close(); }
    stream = new EventSource('/events');
    stream.onmessage = function (event) {
      heard = Date.now();
      show(JSON.parse(event.data));
    };
    stream.addEventListener('beat', function () { heard = Date.now(); });
  }

  /* While the stream is quiet, asking takes its place; an answer opens it anew. */
  function watch() {
    if (state.state === 'over') { return; }
    if (Date.now() - heard > QUIET) { refetch(listen); }
    setTimeout(watch, POLL);
  }

  function enter() {
    if (get('door')) { get('door').hidden = true; }
    get('seat').hidden = false;
    get('options').onsubmit = function () { return false; };
    document.addEventListener('visibilitychange', function () {
      if (!document.hidden) { refetch(listen); }
    });
    listen();
    setTimeout(watch, POLL);
  }

  if (main.getAttribute('data-page') === 'seat') {
    enter();
    if (!stream) { refetch(listen); }
  } else if (get('code').type === 'hidden') {
    join();
  }
}());
