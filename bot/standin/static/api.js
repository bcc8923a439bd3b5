// Talks to the stand-in: acts of a person, and the news of their chat.

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).error || `status ${answer.status}`);
  return answer.json();
}

export const act = (person, what, body = {}) => post(`/people/${person}/${what}`, body);
export const addPerson = (firstName, language) => post("/people", { first_name: firstName, language_code: language });

export async function everybody() {
  return (await (await fetch("/people")).json()).people;
}

export async function news(person, known, signal) {
  const query = new URLSearchParams({ after: known.version, total: known.total, wait: 25 });
  const answer = await fetch(`/people/${person}?${query}`, { signal });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}
