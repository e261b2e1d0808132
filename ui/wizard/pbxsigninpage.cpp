// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/pbxsigninpage.h"

#include "ui/dialogs/field.h"
#include "ui/dialogs/notice.h"
#include "ui/text/errortext.h"
#include "ui/text/plaintext.h"
#include "ui/text/statustext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>

namespace companion {

using namespace Qt::StringLiterals;

PbxSignInPage::PbxSignInPage(QWidget* parent) : SignInPage(parent)
{
    buildFields();
    buildAdvanced();
    auto* buttons = addButtonRow();
    m_signOut = new QPushButton(tr("Sign &out"), this);
    m_signOut->setObjectName(u"pbxSignOut"_s);
    setButtonKind(m_signOut, ButtonKind::Quiet);
    m_signIn = new QPushButton(tr("&Sign in"), this);
    m_signIn->setObjectName(u"pbxSignIn"_s);
    setButtonKind(m_signIn, ButtonKind::Primary);
    buttons->addWidget(m_signOut);
    buttons->addStretch();
    buttons->addWidget(m_signIn);
    connect(m_signIn, &QPushButton::clicked, this, &PbxSignInPage::signIn);
    connect(this, &SignInPage::entered, this, &PbxSignInPage::signIn);
    connect(m_signOut, &QPushButton::clicked, this, &PbxSignInPage::signOutRequested);
    showKind();
    showStatus({});
}

void PbxSignInPage::buildFields()
{
    m_kind = addChoice(u"pbxKind"_s, tr("Phone s&ystem"));
    choiceOf(m_kind)->addItem(tr("Cloud One BCS"), u"cloudone"_s);
    choiceOf(m_kind)->addItem(tr("Asterisk"), u"asterisk"_s);
    connect(choiceOf(m_kind), &QComboBox::activated, this, [this] {
        m_kindTouched = true;
        showKind();
    });
    m_url = addLine(u"pbxUrl"_s, tr("&Address"));
    m_url->setRequired(true);
    lineOf(m_url)->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_clientId = addLine(u"pbxClientId"_s, tr("Client &ID"));
    m_clientId->setRequired(true);
    m_secret = addSecret(u"pbxSecret"_s, tr("Client Sec&ret"));
    m_extension = addLine(u"pbxExtension"_s, tr("&Extension or e-mail"));
    m_extension->setHelp(tr("Your extension's number, or the e-mail address bound to it. Left "
                            "empty, it is found by the e-mail of your Salesforce user."));
}

void PbxSignInPage::buildAdvanced()
{
    m_showAdvanced = new QPushButton(tr("Ad&vanced"), this);
    m_showAdvanced->setObjectName(u"pbxAdvanced"_s);
    m_showAdvanced->setCheckable(true);
    setButtonKind(m_showAdvanced, ButtonKind::Link);
    m_showAdvanced->setIcon(icon(u"chevron-down"_s, IconTint::Accent));
    m_showAdvanced->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addWidget(m_showAdvanced);
    connect(m_showAdvanced, &QPushButton::toggled, this, &PbxSignInPage::showKind);

    auto* fileRow = new QWidget(this);
    auto* row = new QHBoxLayout(fileRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(2));
    row->addWidget(new QLineEdit(fileRow), 1);
    auto* browse = new QPushButton(tr("&Browse…"), fileRow);
    row->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, &PbxSignInPage::chooseFile);
    m_caFile = addLine(u"pbxCaFile"_s, tr("Certificate authority &file"), fileRow);
    m_caFile->setHelp(tr("Only if the PBX uses a certificate of your own authority (PEM)."));
    m_technology = addLine(u"pbxTechnology"_s, tr("Channel &technology"));
    m_context = addLine(u"pbxContext"_s, tr("Dialplan conte&xt"));
}

void PbxSignInPage::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Certificate authority file"), lineOf(m_caFile)->text(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        lineOf(m_caFile)->setText(path);
        lineOf(m_caFile)->setModified(true);
    });
    dialog->open();
}

void PbxSignInPage::showKind()
{
    const bool isAsterisk = choiceOf(m_kind)->currentData() == u"asterisk"_s;
    const bool isAdvanced = m_showAdvanced->isChecked();
    m_showAdvanced->setIcon(
        icon(isAdvanced ? u"chevron-up"_s : u"chevron-down"_s, IconTint::Accent));
    m_clientId->setLabel(isAsterisk ? tr("ARI &user") : tr("Client &ID"));
    m_secret->setLabel(isAsterisk ? tr("ARI passwo&rd") : tr("Client Sec&ret"));
    m_clientId->setHelp(isAsterisk ? QString()
                                   : tr("In the PBX's web portal under Integrations > API."));
    lineOf(m_url)->setPlaceholderText(isAsterisk ? u"https://asterisk.example.com:8089"_s
                                                 : u"https://pbx.example.com"_s);
    m_caFile->setVisible(isAdvanced);
    m_technology->setVisible(isAdvanced && isAsterisk);
    m_context->setVisible(isAdvanced && isAsterisk);
}

void PbxSignInPage::setLayers(const SettingLayers& layers)
{
    const QList<std::pair<Field*, QString>> fields{
        {m_kind, u"pbx.kind"_s},
        {m_url, u"pbx.url"_s},
        {m_clientId, u"pbx.clientId"_s},
        {m_extension, u"pbx.extension"_s},
        {m_caFile, u"pbx.caFile"_s},
        {m_technology, u"pbx.asterisk.technology"_s},
        {m_context, u"pbx.asterisk.context"_s},
    };
    for (const auto& [field, key] : fields)
        field->setLocked(layers.origin(key) == SettingOrigin::Enforced);
}

void PbxSignInPage::set(const PbxAccount& account, const PbxStatus& status)
{
    m_known = account;
    auto* kind = choiceOf(m_kind);
    if (kind->currentData() == account.kind)
        m_kindTouched = false;
    if (!m_kindTouched || m_kind->isLocked())
        kind->setCurrentIndex(qMax(0, kind->findData(account.kind)));
    fill(m_url, account.url);
    fill(m_clientId, account.clientId);
    fill(m_extension, account.extension);
    fill(m_caFile, account.caFile);
    fill(m_technology, account.technology);
    fill(m_context, account.context);
    showKind();
    showStatus(status);
}

void PbxSignInPage::showStatus(const PbxStatus& status)
{
    const bool isIn =
        status.state == LinkState::Connected || status.state == LinkState::Reconnecting;
    setBusy(status.state == LinkState::Connecting);
    m_signOut->setVisible(isIn);
    m_signIn->setText(isIn ? tr("&Sign in again") : tr("&Sign in"));
    lineOf(m_secret)->setPlaceholderText(isIn ? tr("Kept in the system's key store") : QString());
    switch (status.state) {
    case LinkState::SignedOut:
        if (!notice()->text().isEmpty() && notice()->tone() == Notice::Tone::Problem)
            return; // why the last attempt failed
        return notice()->clear();
    case LinkState::Connecting:
        return notice()->tell(Notice::Tone::Plain, tr("Signing in to the phone system…"));
    case LinkState::Connected: {
        lineOf(m_secret)->clear(); // it is in the key store now
        QStringList who;
        if (!status.firmware.isEmpty())
            who.append(tr("Firmware %1").arg(text::isolated(status.firmware, 40)));
        if (!status.url.isEmpty())
            who.append(text::isolated(status.url, 100));
        const QString name = text::isolated(status.name, 80);
        const QString extension = text::isolated(status.extension, 40);
        notice()->tell(
            status.firmwareTooOld || status.deaf ? Notice::Tone::Warning : Notice::Tone::Good,
            status.firmwareTooOld || status.deaf ? text::statusSentence(status)
                : name.isEmpty()                 ? tr("Signed in as extension %1.").arg(extension)
                                 : tr("Signed in as %1, extension %2.").arg(name, extension),
            who.join(u" · "_s));
        return;
    }
    case LinkState::Reconnecting:
        return notice()->tell(Notice::Tone::Warning, text::statusSentence(status));
    case LinkState::Failed:
        return notice()->tell(Notice::Tone::Problem, text::statusSentence(status));
    }
}

void PbxSignInPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    setProgress(isBusy);
    m_signIn->setEnabled(!isBusy);
}

void PbxSignInPage::showError(const Error& error)
{
    setBusy(false);
    const QString sentence = text::sentence(error, text::Place::PbxSignIn);
    if (error.kind == Error::Kind::Cancelled)
        return notice()->clear();
    notice()->tell(Notice::Tone::Problem, sentence);
    if (error.kind == Error::Kind::Unauthorized)
        m_secret->setFocus();
}

PbxAccount PbxSignInPage::typed() const
{
    return {
        .kind = choiceOf(m_kind)->currentData().toString(),
        .url = lineOf(m_url)->text().trimmed(),
        .clientId = lineOf(m_clientId)->text().trimmed(),
        .extension = lineOf(m_extension)->text().trimmed(),
        .caFile = lineOf(m_caFile)->text().trimmed(),
        .technology = lineOf(m_technology)->text().trimmed(),
        .context = lineOf(m_context)->text().trimmed(),
    };
}

bool PbxSignInPage::check()
{
    const auto account = typed();
    const bool isOther = account.url != m_known.url || account.clientId != m_known.clientId;
    if (account.url.isEmpty())
        m_url->setError(tr("Enter the address of the phone system."));
    else if (!checkSetting(u"pbx.url"_s, account.url))
        m_url->setError(tr("This is not a web address. It looks like https://pbx.example.com."));
    if (account.clientId.isEmpty())
        m_clientId->setError(tr("Enter it as the phone system's administrator gave it to you."));
    if (lineOf(m_secret)->text().isEmpty() && isOther)
        m_secret->setError(tr("Enter the secret: none is stored for this address."));
    for (auto* field : {m_url, m_clientId, m_secret}) {
        if (!field->hasError())
            continue;
        field->setFocus();
        return false;
    }
    return true;
}

void PbxSignInPage::signIn()
{
    if (m_isBusy)
        return;
    for (auto* field : {m_url, m_clientId, m_secret})
        field->setError({});
    notice()->clear();
    if (!check())
        return;
    setBusy(true);
    notice()->tell(Notice::Tone::Plain, tr("Signing in to the phone system…"));
    Q_EMIT signInRequested(typed(), lineOf(m_secret)->text());
}

} // namespace companion
