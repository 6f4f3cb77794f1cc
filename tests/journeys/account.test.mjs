// SPDX-License-Identifier: Apache-2.0
// The ways in and out: password, link, code from the telephone, invitation; and the list of sessions.
import { email, heading, linkFromOutbox, password, signIn } from "./support/browser.mjs";
import { assert } from "./support/checks.mjs";
import { totp } from "./support/totp.mjs";

const isIn = async (page, name) => assert.match(await page.locator("details.account summary").innerText(), new RegExp(name));
const signInButton = (page) => page.locator("main").getByRole("button", { name: "Sign in", exact: true });

async function signOut(page) {
  await page.locator("details.account summary").click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByText("You are signed out.").waitFor();
}

async function byPassword(t, visits) {
  const page = await visits.visitor();
  await t.check("a wrong password gets a sentence, and the address stays in its field", async () => {
    await signIn(page, "ben", "not-the-password");
    await page.locator(".error-summary").waitFor();
    assert.equal(await page.getByLabel("E-mail address").inputValue(), email("ben"));
  });
  await t.check("the sentence is the same when nobody has that address", async () => {
    const sentence = await page.locator(".error-summary ul").innerText();
    await signIn(page, "nobody", "not-the-password");
    assert.equal(await page.locator(".error-summary ul").innerText(), sentence);
  });
  await t.check("the right one leads to where one wanted to go", async () => {
    await page.goto("/sign-in?next=/board");
    await page.getByLabel("E-mail address").fill(email("ben"));
    await page.getByLabel("Password").fill(password);
    await signInButton(page).click();
    await page.waitForURL("**/board");
    await isIn(page, "Ben Ashby");
  });
  await t.check("but never to another site", async () => {
    const other = await visits.visitor();
    await other.goto("/sign-in?next=//example.org/");
    await other.getByLabel("E-mail address").fill(email("ben"));
    await other.getByLabel("Password").fill(password);
    await signInButton(other).click();
    await isIn(other, "Ben Ashby");
    assert.ok(other.url().startsWith(visits.url));
    await other.context().close();
  });
  await t.check("the cookie of the session is for the server alone", async () => {
    const session = (await page.context().cookies()).find((cookie) => cookie.httpOnly);
    assert.ok(session, "no cookie is httpOnly");
    assert.match(session.sameSite, /Lax|Strict/);
  });
  await t.check("signing out ends the session at the server", async () => {
    const kept = await page.context().cookies();
    await signOut(page);
    await page.context().addCookies(kept.filter((cookie) => cookie.httpOnly));
    await page.goto("/account");
    assert.equal(await page.locator("details.account").count(), 0);
  });
}

async function byLink(t, visits) {
  const page = await visits.visitor({ javaScriptEnabled: false });
  await t.step("a link to sign in goes out by mail", async () => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(email("rosa"));
    await page.getByRole("button", { name: "Send me a link instead" }).click();
    assert.match(await heading(page), /mailbox/);
  });
  let link;
  await t.step("opening it shows who one will be, and a button", async () => {
    link = await linkFromOutbox(visits, email("rosa"), "/sign-in/link/");
    await page.goto(link);
    await page.getByText("You sign in as").waitFor();
    assert.equal(await page.locator("details.account").count(), 0);
  });
  await t.check("the button signs in", async () => {
    await signInButton(page).click();
    await isIn(page, "Rosa Lind");
  });
  await t.check("the link works once", async () => {
    const other = await visits.visitor();
    await other.goto(link);
    await other.locator(".error-summary").waitFor();
    await other.context().close();
  });
}

async function byCode(t, visits) {
  const page = await visits.as("tess");
  let secret;
  await t.step("setting up codes shows a picture to scan and the secret to type", async () => {
    await page.goto("/account");
    await page.getByRole("link", { name: "Set up codes" }).click();
    await page.locator("figure svg").waitFor();
    secret = await page.locator("figcaption code").innerText();
  });
  await t.check("a wrong code turns nothing on", async () => {
    await page.getByLabel("Code").fill("000000");
    await page.getByLabel("Your password now").fill(password);
    await page.getByRole("button", { name: "Turn codes on" }).click();
    await page.locator("#code-error").waitFor();
    secret = await page.locator("figcaption code").innerText();
  });
  let codes;
  await t.step("the right one does, and recovery codes are shown once", async () => {
    await page.getByLabel("Code").fill(totp(secret));
    await page.getByLabel("Your password now").fill(password);
    await page.getByRole("button", { name: "Turn codes on" }).click();
    codes = await page.locator("main li code").allInnerTexts();
    assert.ok(codes.length >= 8, `${codes.length} codes`);
  });
  await t.step("signing in asks for a code now", async () => {
    await signOut(page);
    await signIn(page, "tess");
    assert.match(await heading(page), /Your code/);
    await page.goto("/month");
    assert.equal(await page.locator("details.account").count(), 0);
  });
  await t.check("the code of the telephone opens", async () => {
    await page.goto("/sign-in/code");
    await page.getByLabel("Code").fill(totp(secret, Date.now() + 30_000)); // each step of the clock counts once
    await signInButton(page).click();
    await isIn(page, "Tess Yazzie");
  });
  await t.check("a recovery code opens once", async () => {
    for (const opens of [true, false]) {
      const other = await visits.visitor();
      await signIn(other, "tess");
      await other.getByLabel("Code").fill(codes[0]);
      await signInButton(other).click();
      await other.waitForLoadState();
      assert.equal(await other.locator("details.account").count(), opens ? 1 : 0);
      await other.context().close();
    }
  });
  await t.check("codes can be turned off again", async () => {
    await page.goto("/account/two-factor");
    await page.getByLabel("Your password now").fill(password);
    await page.getByRole("button", { name: "Turn codes off" }).click();
    await page.locator(".flash").waitFor();
    await signOut(page);
    await signIn(page, "tess");
    await isIn(page, "Tess Yazzie");
  });
}

async function byInvitation(t, visits) {
  const ana = await visits.as("ana");
  await t.step("Ana invites somebody to her ecosystem", async () => {
    await ana.goto("/people-with-access");
    await ana.locator("main").getByLabel("E-mail address").fill("kim@example.org");
    await ana.getByLabel("Role").selectOption({ label: await ana.locator("#role option").filter({ hasText: /member/i }).first().innerText() });
    await ana.getByLabel("At", { exact: true }).selectOption("pittsburgh");
    await ana.getByRole("button", { name: "Send the invitation" }).click();
    await ana.locator("ul.entries b", { hasText: "kim@example.org" }).waitFor();
  });
  const kim = await visits.visitor();
  let link;
  await t.step("the invitation opens from the message", async () => {
    link = await linkFromOutbox(visits, "kim@example.org", "/invitations/");
    await kim.goto(link);
    assert.match(await kim.locator("main").innerText(), /Ana Duarte invites you/);
  });
  await t.check("a password of three letters is not accepted", async () => {
    await kim.getByLabel("Your name").fill("Kim Ferro");
    await kim.getByLabel("Password").fill("abc");
    await kim.getByRole("button", { name: "Accept and sign in" }).click();
    await kim.locator("#password-error").waitFor();
    assert.equal(await kim.getByLabel("Your name").inputValue(), "Kim Ferro");
  });
  await t.step("accepting it signs in", async () => {
    await kim.getByLabel("Password").fill("a longer sentence of mine");
    await kim.getByRole("button", { name: "Accept and sign in" }).click();
    await isIn(kim, "Kim Ferro");
  });
  await t.check("Kim reads the board of Pittsburgh, and may not see who has access", async () => {
    await kim.goto("/board");
    await kim.getByText("Plans of action with our five programs").waitFor();
    assert.equal((await kim.goto("/people-with-access")).status(), 403);
    assert.equal(await kim.locator("h1").count(), 1);
  });
  await t.check("the invitation works once", async () => {
    const other = await visits.visitor();
    await other.goto(link);
    assert.equal(await other.getByRole("button", { name: "Accept and sign in" }).count(), 0);
    await other.context().close();
  });
  await t.check("what Ana takes back is gone at once", async () => {
    await ana.goto("/people-with-access");
    await ana.getByRole("row", { name: /Kim Ferro/ }).getByRole("button", { name: /Take back/ }).click();
    await ana.locator(".flash").waitFor();
    await kim.goto("/board");
    assert.equal(await kim.getByText("Plans of action with our five programs").count(), 0);
  });
  await t.check("what was done tells of the invitation and of the role", async () => {
    await ana.goto("/audit");
    assert.match(await ana.locator("table").innerText(), /kim@example\.org|Kim Ferro/);
  });
}

async function sessions(t, visits) {
  const here = await visits.as("omar");
  const there = await visits.as("omar");
  await t.check("the list of sessions shows both places", async () => {
    await here.goto("/account/sessions");
    assert.equal(await here.locator("tbody tr").count(), 2);
    await here.getByText("this one").waitFor();
  });
  await t.check("ending the other signs out there and not here", async () => {
    await here.getByRole("button", { name: /Sign out there/ }).click();
    await here.locator(".flash").waitFor();
    await there.goto("/account");
    assert.equal(await there.locator("details.account").count(), 0);
    await here.goto("/account");
    await isIn(here, "Omar Haddad");
  });
  await t.check("changing the password can end all others", async () => {
    const third = await visits.as("omar");
    await here.getByLabel("Your password now").fill(password);
    await here.getByLabel("New password").fill("another river, wider still");
    await here.getByRole("button", { name: "Change the password" }).click();
    await here.locator(".flash").waitFor();
    await third.goto("/account");
    assert.equal(await third.locator("details.account").count(), 0);
  });
}

export default async function (t, visits) {
  for (const way of [byPassword, byLink, byCode, byInvitation, sessions])
    await t.whole(() => way(t, visits));
}
