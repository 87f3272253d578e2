// Writes one of the mails of tests/read/fixtures/office/ with oxmsg. See make_fixtures.py, which calls it:
//
//     npm install --prefix /tmp/writers @tutao/oxmsg
//     NODE_PATH=/tmp/writers/node_modules node tools/make_msg.cjs OUT.msg SUBJECT BODY.html ATTACHED.csv

const fs = require("fs");
const path = require("path");
const { Attachment, Email } = require("@tutao/oxmsg");

const [out, subject, body, attached] = process.argv.slice(2);
const mail = new Email(false, false);
mail.subject(subject).sender("press@vellmar.example", "Vellmar Press Office").to("news@example.com", "News");
mail.bodyHtml(fs.readFileSync(body, "utf-8")).sentOn(new Date("2026-03-12T08:00:00Z"));
mail.attach(new Attachment(fs.readFileSync(attached), path.basename(attached)));
fs.writeFileSync(out, mail.msg());
