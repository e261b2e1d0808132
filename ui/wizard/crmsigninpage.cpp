// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/crmsigninpage.h"

#include "ui/dialogs/field.h"
#include "ui/dialogs/notice.h"
#include "ui/text/errortext.h"
#include "ui/text/plaintext.h"
#include "ui/text/statustext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    const QString& productionUrl()
    {
        static const QString url = u"https://login.salesforce.com"_s;
        return url;
    }

    const QString& sandboxUrl()
    {
        static const QString url = u"https://test.salesforce.com"_s;
        return url;
    }

    enum Environment { Production, Sandbox, MyDomain };

    QString redirectAddress(quint16 port)
    {
        return u"http://localhost:%1/oauth/callback"_s.arg(port);
    }

} // namespace

CrmSignInPage::CrmSignInPage(QWidget* parent) : SignInPage(parent)
{
    buildFields();
    buildAddresses();
    buildButtons();
    connect(this, &SignInPage::entered, this, &CrmSignInPage::signIn);
    showEnvironment();
    showStatus({});
}

void CrmSignInPage::buildFields()
{
    m_environment = addChoice(u"crmEnvironment"_s, tr("Sign in &at"));
    auto* choice = choiceOf(m_environment);
    choice->addItem(tr("Production"), productionUrl());
    choice->addItem(tr("Sandbox"), sandboxUrl());
    choice->addItem(tr("My Domain"));
    connect(choice, &QComboBox::activated, this, [this] {
        m_environmentTouched = true;
        showEnvironment();
    });
    m_domain = addLine(u"crmDomain"_s, tr("My Do&main"));
    m_domain->setRequired(true);
    m_domain->setHelp(tr("As it stands in the browser's address bar when you work in Salesforce."));
    lineOf(m_domain)->setPlaceholderText(u"https://example.my.salesforce.com"_s);
    lineOf(m_domain)->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_clientId = addLine(u"crmClientId"_s, tr("Consumer &Key"));
    m_clientId->setRequired(true);
    m_clientId->setHelp(tr("Of your organisation's External Client App, under OAuth Settings."));
    m_secret = addSecret(u"crmSecret"_s, tr("Consumer Sec&ret (optional)"));
    m_secret->setHelp(tr("Only if the app requires a secret for the web server flow."));
}

void CrmSignInPage::buildAddresses()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(2));
    m_addresses = new QPlainTextEdit(box);
    m_addresses->setObjectName(u"redirectAddresses"_s);
    m_addresses->setReadOnly(true);
    m_addresses->setTabChangesFocus(true);
    m_addresses->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_addresses->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_addresses->setLayoutDirection(Qt::LeftToRight);
    row->addWidget(m_addresses, 1);
    m_copy = new QPushButton(icon(u"copy"_s), tr("Co&py"), box);
    m_copy->setObjectName(u"copyAddresses"_s);
    m_copy->setAutoDefault(false);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    auto* field = new Field(tr("Callback &URLs to register in the app"), box, this);
    field->setHelp(tr("One for each line; the first free one is used when you sign in."));
    field->setFocusProxy(m_addresses);
    m_addresses->setAccessibleName(tr("Callback URLs to register in the app"));
    addWidget(field);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_addresses->toPlainText());
        m_copy->setText(tr("Copied"));
    });
}

void CrmSignInPage::buildButtons()
{
    auto* buttons = addButtonRow();
    m_signOut = new QPushButton(tr("&Disconnect…"), this);
    m_signOut->setObjectName(u"crmSignOut"_s);
    setButtonKind(m_signOut, ButtonKind::Quiet);
    m_cancel = new QPushButton(tr("Ca&ncel"), this);
    m_cancel->setObjectName(u"crmCancel"_s);
    m_signIn = new QPushButton(this);
    m_signIn->setObjectName(u"crmSignIn"_s);
    setButtonKind(m_signIn, ButtonKind::Primary);
    m_signIn->setIcon(icon(u"globe"_s, IconTint::OnAccent));
    buttons->addWidget(m_signOut);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_signIn);
    connect(m_signIn, &QPushButton::clicked, this, &CrmSignInPage::signIn);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        setBusy(false);
        notice()->clear();
        Q_EMIT cancelRequested();
    });
    connect(m_signOut, &QPushButton::clicked, this, &CrmSignInPage::askToDisconnect);
}

void CrmSignInPage::showEnvironment()
{
    m_domain->setVisible(choiceOf(m_environment)->currentIndex() == MyDomain);
}

void CrmSignInPage::showLoginUrl(const QString& url)
{
    const QUrl given(url.contains("://"_L1) ? url : "https://"_L1 + url);
    int environment = MyDomain;
    if (url.isEmpty() || given.host() == QUrl(productionUrl()).host())
        environment = Production;
    else if (given.host() == QUrl(sandboxUrl()).host())
        environment = Sandbox;
    auto* choice = choiceOf(m_environment);
    if (typed().loginUrl == url)
        m_environmentTouched = false;
    if (!m_environmentTouched || m_environment->isLocked())
        choice->setCurrentIndex(environment);
    fill(m_domain, environment == MyDomain ? url : QString());
    showEnvironment();
}

void CrmSignInPage::setLayers(const SettingLayers& layers)
{
    const bool isUrlLocked = layers.origin(u"salesforce.loginUrl"_s) == SettingOrigin::Enforced;
    m_environment->setLocked(isUrlLocked);
    m_domain->setLocked(isUrlLocked);
    m_clientId->setLocked(layers.origin(u"salesforce.clientId"_s) == SettingOrigin::Enforced);
}

void CrmSignInPage::set(const CrmAccount& account, const CrmStatus& status)
{
    showLoginUrl(account.loginUrl);
    fill(m_clientId, account.clientId);
    if (m_ports != account.redirectPorts || m_addresses->toPlainText().isEmpty()) {
        m_ports = account.redirectPorts;
        QStringList lines;
        for (const auto port : std::as_const(m_ports))
            lines.append(redirectAddress(port));
        m_addresses->setPlainText(lines.join(u'\n'));
        const int shown = qBound(1, int(lines.size()), 5);
        m_addresses->setFixedHeight(m_addresses->fontMetrics().lineSpacing() * shown
                                    + 2 * int(m_addresses->document()->documentMargin())
                                    + 2 * m_addresses->frameWidth() + spacing(1));
        m_copy->setText(tr("Co&py"));
    }
    showStatus(status);
}

void CrmSignInPage::showStatus(const CrmStatus& status)
{
    const bool isIn =
        status.state == LinkState::Connected || status.state == LinkState::Reconnecting;
    m_instance = QUrl(status.instanceUrl).host();
    setBusy(status.state == LinkState::Connecting);
    m_signOut->setVisible(isIn);
    if (!m_isBusy)
        m_signIn->setText(isIn ? tr("&Sign in again") : tr("&Sign in with the browser"));
    switch (status.state) {
    case LinkState::SignedOut:
        if (notice()->tone() != Notice::Tone::Problem)
            notice()->clear(); // why the last attempt failed stays
        return;
    case LinkState::Connecting:
        return notice()->tell(Notice::Tone::Plain,
                              tr("The browser is open. Sign in there and press Allow."),
                              tr("This window follows by itself."));
    case LinkState::Connected: {
        lineOf(m_secret)->clear();
        QStringList where;
        for (const auto& part : {status.organization, status.edition, status.email, m_instance})
            if (!part.isEmpty())
                where.append(text::isolated(part, 80));
        return notice()->tell(Notice::Tone::Good,
                              tr("Signed in as %1.").arg(text::isolated(status.user, 80)),
                              where.join(u" · "_s));
    }
    case LinkState::Reconnecting:
        return notice()->tell(Notice::Tone::Warning, text::statusSentence(status));
    case LinkState::Failed:
        return notice()->tell(Notice::Tone::Problem, text::statusSentence(status));
    }
}

void CrmSignInPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    setProgress(isBusy);
    m_cancel->setVisible(isBusy);
    m_signIn->setEnabled(!isBusy);
    if (isBusy)
        m_signIn->setText(tr("Waiting for the browser…"));
}

void CrmSignInPage::showError(const Error& error)
{
    setBusy(false);
    m_signIn->setText(m_signOut->isHidden() ? tr("&Sign in with the browser")
                                            : tr("&Sign in again"));
    if (error.kind == Error::Kind::Cancelled)
        return notice()->tell(Notice::Tone::Plain, tr("Signing in was cancelled."));
    notice()->tell(Notice::Tone::Problem, text::sentence(error, text::Place::CrmSignIn, m_ports));
}

CrmAccount CrmSignInPage::typed() const
{
    const auto* choice = choiceOf(m_environment);
    const bool isDomain = choice->currentIndex() == MyDomain;
    return {.loginUrl =
                isDomain ? lineOf(m_domain)->text().trimmed() : choice->currentData().toString(),
            .clientId = lineOf(m_clientId)->text().trimmed(),
            .redirectPorts = m_ports};
}

bool CrmSignInPage::check()
{
    const auto account = typed();
    const bool isDomain = choiceOf(m_environment)->currentIndex() == MyDomain;
    if (isDomain
        && (account.loginUrl.isEmpty()
            || !checkSetting(u"salesforce.loginUrl"_s, account.loginUrl)))
        m_domain->setError(tr("Enter your organisation's address, such as "
                              "https://example.my.salesforce.com."));
    if (account.clientId.isEmpty())
        m_clientId->setError(tr("Enter the Consumer Key of your organisation's app."));
    for (auto* field : {m_domain, m_clientId}) {
        if (!field->hasError())
            continue;
        field->setFocus();
        return false;
    }
    return true;
}

void CrmSignInPage::signIn()
{
    if (m_isBusy)
        return;
    for (auto* field : {m_domain, m_clientId})
        field->setError({});
    notice()->clear();
    if (!check())
        return;
    setBusy(true);
    notice()->tell(Notice::Tone::Plain, tr("The browser is open. Sign in there and press Allow."),
                   tr("This window follows by itself."));
    Q_EMIT signInRequested(typed(), lineOf(m_secret)->text());
}

void CrmSignInPage::askToDisconnect()
{
    auto* question = new QMessageBox(QMessageBox::NoIcon, tr("Disconnect from Salesforce"),
                                     tr("Disconnect this companion from Salesforce?"),
                                     QMessageBox::NoButton, window());
    question->setObjectName(u"confirmDisconnect"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("Its access is revoked, and the Salesforce settings and secrets are cleared. Contacts "
           "in the phonebook and the call history stay. To pause only, switch the integration off "
           "instead."));
    auto* disconnect = question->addButton(tr("&Disconnect"), QMessageBox::DestructiveRole);
    disconnect->setObjectName(u"disconnect"_s);
    setButtonKind(disconnect, ButtonKind::Danger);
    auto* keep = question->addButton(tr("&Keep"), QMessageBox::RejectRole);
    keep->setObjectName(u"keep"_s);
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(disconnect, &QPushButton::clicked, this, &CrmSignInPage::signOutRequested);
    question->open();
}

} // namespace companion
