// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/field.h"
#include "ui/dialogs/notice.h"
#include "ui/theme.h"
#include "ui/wizard/crmsigninpage.h"
#include "ui/wizard/pbxsigninpage.h"
#include "ui/wizard/signinwindow.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;
using Page = SignInWindow::Page;

namespace {

const PbxAccount account{.url = u"https://pbx.example.com"_s, .clientId = u"id"_s};

PbxStatus pbx(LinkState state)
{
    PbxStatus status;
    status.state = state;
    return status;
}

CrmStatus crm(LinkState state)
{
    CrmStatus status;
    status.state = state;
    return status;
}

Notice* noticeOf(const SignInWindow& window, Page page)
{
    return page == Page::Pbx ? window.findChild<PbxSignInPage*>()->findChild<Notice*>(u"state"_s)
                             : window.findChild<CrmSignInPage*>()->findChild<Notice*>(u"state"_s);
}

QPushButton* button(const SignInWindow& window, const QString& name)
{
    return window.findChild<QPushButton*>(name);
}

//! The page's inputs in the order they stand in.
QList<QLineEdit*> linesOf(const QWidget* page)
{
    QList<QLineEdit*> lines;
    const auto all = page->findChildren<QLineEdit*>();
    for (auto* line : all)
        if (line->isVisibleTo(page) && !qobject_cast<QComboBox*>(line->parentWidget()))
            lines.append(line);
    return lines;
}

} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, u"light"_s); }
    void pbxSignInHandsOverWhatWasTyped();
    void missingThingsAreAskedForAtTheirFields();
    void addressThatIsNoneIsExplained();
    void pbxErrorSaysWhatToDo_data();
    void pbxErrorSaysWhatToDo();
    void nothingTypedIsLostByAnError();
    void statusDoesNotReplaceWhatIsTyped();
    void wrongSecretIsWhereTypingGoesOn();
    void secretIsHiddenAndGoesAfterwards();
    void firstPbxSignInLeadsOnToSalesforce();
    void withoutAnExtensionSalesforceComesFirst();
    void captionSaysWhatComesNext();
    void sideThatIsMissingIsShown_data();
    void sideThatIsMissingIsShown();
    void salesforceSignInCanBeCancelled();
    void salesforceErrorNamesTheAddressesToRegister();
    void addressesToRegisterCanBeCopied();
    void myDomainIsAskedFor();
    void disconnectAsksFirst();
    void policyLocksItsFields();
    void asteriskAsksForItsOwnWords();
    void typingBeginsInTheFirstEmptyField();
};

void TestSignIn::pbxSignInHandsOverWhatWasTyped()
{
    SignInWindow window;
    window.setPbx({}, {});
    window.show();
    QSignalSpy wished(&window, &SignInWindow::pbxSignInRequested);
    const auto lines = linesOf(window.findChild<PbxSignInPage*>());
    QVERIFY(lines.size() >= 4);
    lines.at(0)->setText(u" https://pbx.example.com "_s);
    lines.at(1)->setText(u"id"_s);
    lines.at(2)->setText(u"s3cret"_s);
    lines.at(3)->setText(u"1001"_s);
    QTest::keyClick(lines.at(3), Qt::Key_Return);
    QCOMPARE(wished.size(), 1);
    const auto typed = wished.first().at(0).value<PbxAccount>();
    QCOMPARE(typed.url, u"https://pbx.example.com"_s);
    QCOMPARE(typed.clientId, u"id"_s);
    QCOMPARE(typed.extension, u"1001"_s);
    QCOMPARE(wished.first().at(1).toString(), u"s3cret"_s);
    button(window, u"pbxSignIn"_s)->click(); // once is enough
    QCOMPARE(wished.size(), 1);
}

void TestSignIn::missingThingsAreAskedForAtTheirFields()
{
    SignInWindow window;
    window.setPbx({}, {});
    QSignalSpy wished(&window, &SignInWindow::pbxSignInRequested);
    button(window, u"pbxSignIn"_s)->click();
    QCOMPARE(wished.size(), 0);
    int errors = 0;
    const auto fields = window.findChild<PbxSignInPage*>()->findChildren<Field*>();
    for (const auto* field : fields)
        errors += field->hasError() ? 1 : 0;
    QVERIFY(errors >= 2);
}

void TestSignIn::addressThatIsNoneIsExplained()
{
    SignInWindow window;
    window.setPbx({.url = u"not an address"_s, .clientId = u"id"_s}, {});
    QSignalSpy wished(&window, &SignInWindow::pbxSignInRequested);
    button(window, u"pbxSignIn"_s)->click();
    QCOMPARE(wished.size(), 0);
    const auto fields = window.findChild<PbxSignInPage*>()->findChildren<Field*>();
    QVERIFY(std::any_of(fields.cbegin(), fields.cend(), [](const Field* field) {
        return field->error().contains(u"https://pbx.example.com"_s);
    }));
}

void TestSignIn::pbxErrorSaysWhatToDo_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("says");
    QTest::newRow("wrong secret") << Error{.kind = Error::Kind::Unauthorized,
                                           .detail = {},
                                           .code = u"-1"_s}
                                  << u"Check both"_s;
    QTest::newRow("certificate") << Error{.kind = Error::Kind::Offline, .detail = u"TLS failed"_s}
                                 << u"certificate file"_s;
    QTest::newRow("name") << Error{.kind = Error::Kind::Offline, .detail = u"host not found"_s}
                          << u"typing errors"_s;
    QTest::newRow("another server")
        << Error{.kind = Error::Kind::Malformed, .detail = u"not a PBX"_s} << u"not a PBX"_s;
    QTest::newRow("tokens used up")
        << Error{.kind = Error::Kind::RateLimited, .detail = {}, .code = u"60002"_s}
        << u"Sign out on a computer"_s;
}

void TestSignIn::pbxErrorSaysWhatToDo()
{
    QFETCH(Error, error);
    QFETCH(QString, says);
    SignInWindow window;
    window.setPbx(account, pbx(LinkState::Connecting));
    window.showPbxError(error);
    const auto* notice = noticeOf(window, Page::Pbx);
    QVERIFY2(notice->text().contains(says), qPrintable(notice->text()));
    QCOMPARE(notice->tone(), Notice::Tone::Problem);
    QVERIFY(button(window, u"pbxSignIn"_s)->isEnabled());
    window.setPbx(account, {}); // the link tells that it is signed out: the reason stays
    QVERIFY(notice->text().contains(says));
}

void TestSignIn::nothingTypedIsLostByAnError()
{
    SignInWindow window;
    window.setPbx({}, {});
    window.show();
    const auto lines = linesOf(window.findChild<PbxSignInPage*>());
    for (auto* line : lines)
        QTest::keyClicks(line, u"abc"_s);
    window.showPbxError({.kind = Error::Kind::Timeout, .detail = {}});
    for (const auto* line : lines)
        QCOMPARE(line->text(), u"abc"_s);
}

void TestSignIn::statusDoesNotReplaceWhatIsTyped()
{
    SignInWindow window;
    window.setPbx(account, {});
    window.show();
    auto* url = linesOf(window.findChild<PbxSignInPage*>()).first();
    url->clear();
    QTest::keyClicks(url, u"https://other"_s);
    window.setPbx(account, pbx(LinkState::Reconnecting));
    QCOMPARE(url->text(), u"https://other"_s);
}

void TestSignIn::wrongSecretIsWhereTypingGoesOn()
{
    SignInWindow window;
    window.setPbx(account, {});
    window.show();
    window.showPbxError({.kind = Error::Kind::Unauthorized, .detail = {}, .code = u"-1"_s});
    const auto* focused = qobject_cast<QLineEdit*>(window.focusWidget());
    QVERIFY(focused);
    QCOMPARE(focused->echoMode(), QLineEdit::Password);
}

void TestSignIn::secretIsHiddenAndGoesAfterwards()
{
    SignInWindow window;
    window.setPbx(account, {});
    const auto lines = linesOf(window.findChild<PbxSignInPage*>());
    auto* secret = lines.at(2);
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    secret->setText(u"s3cret"_s);
    window.setPbx(account, pbx(LinkState::Connected));
    QCOMPARE(secret->text(), QString());
}

void TestSignIn::firstPbxSignInLeadsOnToSalesforce()
{
    SignInWindow window;
    window.setPbx(account, {});
    window.setCrm({}, {});
    window.show();
    linesOf(window.findChild<PbxSignInPage*>()).at(2)->setText(u"s"_s);
    button(window, u"pbxSignIn"_s)->click();
    QCOMPARE(window.page(), Page::Pbx);
    window.setPbx(account, pbx(LinkState::Connected));
    QCOMPARE(window.page(), Page::Salesforce);
    window.showPage(Page::Pbx);
    window.setPbx(account, pbx(LinkState::Connected)); // later news do not move one about
    QCOMPARE(window.page(), Page::Pbx);
}

void TestSignIn::withoutAnExtensionSalesforceComesFirst()
{
    SignInWindow window;
    window.setPbx({}, {});
    window.setCrm({}, {});
    window.show();
    QSignalSpy wished(&window, &SignInWindow::pbxSignInRequested);
    const auto lines = linesOf(window.findChild<PbxSignInPage*>());
    lines.at(0)->setText(account.url);
    lines.at(1)->setText(account.clientId);
    lines.at(2)->setText(u"s"_s);
    button(window, u"pbxSignIn"_s)->click();
    QCOMPARE(wished.size(), 1);
    window.showPbxError(
        {.kind = Error::Kind::Rejected, .detail = u"no extension"_s, .code = u"no_extension"_s});
    QVERIFY(noticeOf(window, Page::Pbx)->text().contains(u"extension"_s));
    QCOMPARE(window.page(), Page::Salesforce);
    window.setCrm({}, crm(LinkState::Connecting));
    QCOMPARE(wished.size(), 1);
    auto signedIn = crm(LinkState::Connected);
    signedIn.email = u"jane.roe@acme.example"_s;
    window.setCrm({}, signedIn);
    QCOMPARE(wished.size(), 2); // with what was typed before
    QCOMPARE(wished.last().at(1).toString(), u"s"_s);
    window.setCrm({}, signedIn);
    QCOMPARE(wished.size(), 2);
}

void TestSignIn::captionSaysWhatComesNext()
{
    SignInWindow window;
    const auto* caption = window.findChild<QLabel*>(u"caption"_s);
    QVERIFY(caption->text().contains(u"Two steps"_s));
    window.setPbx(account, pbx(LinkState::Connected));
    QVERIFY(caption->text().contains(u"Now sign in to Salesforce"_s));
    window.setCrm({}, crm(LinkState::Connected));
    QVERIFY(caption->text().contains(u"ready"_s));
}

void TestSignIn::sideThatIsMissingIsShown_data()
{
    QTest::addColumn<LinkState>("phone");
    QTest::addColumn<LinkState>("salesforce");
    QTest::addColumn<Page>("page");
    QTest::newRow("both") << LinkState::SignedOut << LinkState::SignedOut << Page::Pbx;
    QTest::newRow("the phone") << LinkState::Failed << LinkState::Connected << Page::Pbx;
    QTest::newRow("Salesforce") << LinkState::Connected << LinkState::SignedOut << Page::Salesforce;
    QTest::newRow("Salesforce, refused")
        << LinkState::Reconnecting << LinkState::Failed << Page::Salesforce;
}

void TestSignIn::sideThatIsMissingIsShown()
{
    QFETCH(const LinkState, phone);
    QFETCH(const LinkState, salesforce);
    QFETCH(const Page, page);
    SignInWindow window;
    window.setPbx(account, pbx(phone));
    window.setCrm({}, crm(salesforce));
    window.showPage(page == Page::Pbx ? Page::Salesforce : Page::Pbx);
    window.showWhatIsMissing();
    QCOMPARE(window.page(), page);
}

void TestSignIn::salesforceSignInCanBeCancelled()
{
    SignInWindow window;
    window.setCrm({.loginUrl = u"https://login.salesforce.com"_s,
                   .clientId = u"key"_s,
                   .redirectPorts = {53682}},
                  {});
    window.showPage(Page::Salesforce);
    window.show();
    QSignalSpy wished(&window, &SignInWindow::crmSignInRequested);
    QSignalSpy cancelled(&window, &SignInWindow::crmSignInCancelled);
    button(window, u"crmSignIn"_s)->click();
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().at(0).value<CrmAccount>().clientId, u"key"_s);
    QVERIFY(noticeOf(window, Page::Salesforce)->text().contains(u"browser"_s));
    QVERIFY(button(window, u"crmCancel"_s)->isVisible());
    button(window, u"crmCancel"_s)->click();
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(button(window, u"crmSignIn"_s)->isEnabled());
}

void TestSignIn::salesforceErrorNamesTheAddressesToRegister()
{
    SignInWindow window;
    window.setCrm({.loginUrl = {}, .clientId = u"key"_s, .redirectPorts = {4711}}, {});
    window.showCrmError(
        {.kind = Error::Kind::Rejected, .detail = {}, .code = u"redirect_uri_mismatch"_s});
    QVERIFY(noticeOf(window, Page::Salesforce)
                ->text()
                .contains(u"http://localhost:4711/oauth/callback"_s));
}

void TestSignIn::addressesToRegisterCanBeCopied()
{
    SignInWindow window;
    window.setCrm({.loginUrl = {}, .clientId = {}, .redirectPorts = {4711, 4712}}, {});
    button(window, u"copyAddresses"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"http://localhost:4711/oauth/callback\nhttp://localhost:4712/oauth/callback"_s);
}

void TestSignIn::myDomainIsAskedFor()
{
    SignInWindow window;
    window.setCrm({.loginUrl = u"https://nordwind.my.salesforce.com"_s,
                   .clientId = u"key"_s,
                   .redirectPorts = {1}},
                  {});
    window.showPage(Page::Salesforce);
    window.show();
    auto* domain = linesOf(window.findChild<CrmSignInPage*>()).first();
    QCOMPARE(domain->text(), u"https://nordwind.my.salesforce.com"_s);
    QSignalSpy wished(&window, &SignInWindow::crmSignInRequested);
    domain->clear();
    button(window, u"crmSignIn"_s)->click();
    QCOMPARE(wished.size(), 0);
}

void TestSignIn::disconnectAsksFirst()
{
    SignInWindow window;
    window.setCrm({.loginUrl = {}, .clientId = u"key"_s, .redirectPorts = {1}},
                  crm(LinkState::Connected));
    window.showPage(Page::Salesforce);
    window.show();
    QSignalSpy wished(&window, &SignInWindow::crmSignOutRequested);
    button(window, u"crmSignOut"_s)->click();
    auto* question = window.findChild<QMessageBox*>(u"confirmDisconnect"_s);
    QVERIFY(question && question->isVisible());
    QCOMPARE(wished.size(), 0);
    question->findChild<QPushButton*>(u"keep"_s)->click();
    QCOMPARE(wished.size(), 0);
    QTRY_VERIFY(!window.findChild<QMessageBox*>(u"confirmDisconnect"_s));
    button(window, u"crmSignOut"_s)->click();
    window.findChild<QMessageBox*>(u"confirmDisconnect"_s)
        ->findChild<QPushButton*>(u"disconnect"_s)
        ->click();
    QCOMPARE(wished.size(), 1);
}

void TestSignIn::policyLocksItsFields()
{
    SignInWindow window;
    window.setPbx(account, {});
    window.setLayers(
        {.enforced = {{u"pbx.url"_s, account.url}, {u"salesforce.clientId"_s, u"key"_s}}});
    const auto lines = linesOf(window.findChild<PbxSignInPage*>());
    QVERIFY(!lines.at(0)->isEnabled());
    QVERIFY(lines.at(1)->isEnabled());
}

void TestSignIn::asteriskAsksForItsOwnWords()
{
    SignInWindow window;
    window.setPbx({.kind = u"asterisk"_s, .url = u"https://pbx.example.com"_s}, {});
    const auto lines = linesOf(window.findChild<PbxSignInPage*>());
    QCOMPARE(lines.at(1)->accessibleName(), u"ARI user"_s);
    QCOMPARE(lines.at(2)->accessibleName(), u"ARI password"_s);
}

void TestSignIn::typingBeginsInTheFirstEmptyField()
{
    SignInWindow window;
    window.setPbx({.url = u"https://pbx.example.com"_s}, {});
    window.show();
    QCOMPARE(window.focusWidget(), linesOf(window.findChild<PbxSignInPage*>()).at(1));
}

QTEST_MAIN(TestSignIn)
#include "tst_signinwindow.moc"
