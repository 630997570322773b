/**
 * Hides the appeal for 30 days once a reader has taken the reminder, in this browser alone. The key says nothing to who
 * looks through the browser's storage. Where storage is blocked, or the browser too old, the appeal stays. Short, because
 * it travels inside every article: elements with an id are named properties of the window (HTML, 7.2.2.3).
 */
export const REMIND_SCRIPT =
  'try{localStorage.later>Date.now()&&(appeal.hidden=1),' +
  'later.onclick=()=>{localStorage.later=Date.now()+2592e6,appeal.hidden=1}}catch(e){}';
