// The same intake by grammY with its runner and sessions in memory.
// Given: the Bot API's address, a token, the file of the work, how many conversations are stored.
import { readFileSync } from "node:fs";
import { run, sequentialize } from "@grammyjs/runner";
import { Bot, MemorySessionStorage, session } from "grammy";

const [apiRoot, token, file, stored] = process.argv.slice(2);
const { steps, conversation } = JSON.parse(readFileSync(file, "utf8"));
const FIRST_STORED = 6_000_000_000;

const storage = new MemorySessionStorage();
for (let number = 0; number < Number(stored); number++) {
  storage.write(String(FIRST_STORED + number), { at: 0, ...JSON.parse(JSON.stringify(conversation)) });
}

const note = (ctx, speaker, text) => ctx.session.transcript.push({ speaker, text, at: Date.now() / 1000 });

async function say(ctx, call) {
  const more = call.params.reply_markup ? { reply_markup: call.params.reply_markup } : {};
  if (call.method === "sendMessage") {
    note(ctx, "bot", call.params.text);
    await ctx.reply(call.params.text, more);
  } else if (call.method === "sendContact") {
    note(ctx, "bot", call.params.phone_number);
    await ctx.replyWithContact(call.params.phone_number, call.params.first_name, more);
  }
}

// Keep what was said, say what comes next, and move on.
async function answered(ctx, said) {
  const step = steps[ctx.session.at];
  ctx.session.answers[step.act.question] = { value: said, said };
  note(ctx, "client", said);
  ctx.session.at += 1;
  for (const call of step.calls) await say(ctx, call);
}

const bot = new Bot(token, { client: { apiRoot } });
bot.use(sequentialize((ctx) => (ctx.chat ? String(ctx.chat.id) : undefined)));
bot.use(session({ storage, initial: () => ({ at: 0, answers: {}, transcript: [] }) }));
bot.command("start", async (ctx) => {
  ctx.session = { at: 0, answers: {}, transcript: [] };
  await answered(ctx, ctx.message.text);
});
bot.on("callback_query:data", async (ctx) => {
  await ctx.answerCallbackQuery();
  for (const call of steps[ctx.session.at].calls) {
    if (call.method === "editMessageReplyMarkup") {
      await ctx.editMessageReplyMarkup({ reply_markup: call.params.reply_markup ?? { inline_keyboard: [] } });
    }
  }
  await answered(ctx, ctx.callbackQuery.data);
});
bot.on("message:contact", (ctx) => answered(ctx, ctx.message.contact.phone_number));
bot.on("message:text", (ctx) => answered(ctx, ctx.message.text));

const runner = run(bot);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => runner.isRunning() && runner.stop());
