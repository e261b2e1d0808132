// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingswindow.h"

#include "ui/dialogs/field.h"
#include "ui/dialogs/notice.h"
#include "ui/settings/settinginput.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/settingtexts.h"
#include "ui/text/errortext.h"
#include "ui/text/language.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

SettingsWindow::SettingsWindow(QWidget* parent)
    : QWidget(parent, Qt::Window), m_list(new QListWidget(this)), m_stack(new QStackedWidget(this))
{
    setWindowTitle(tr("Settings"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list->setObjectName(u"pages"_s);
    m_list->setAccessibleName(tr("Pages of settings"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({iconSize(), iconSize()});
    m_list->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_list->setSpacing(spacing(1) / 2);
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    buildGeneral();
    buildConnections();
    buildCalls();
    buildPopup();
    buildNumbers();
    buildSalesforce();
    buildCreation();
    buildJournal();
    buildPrivacy();
    const QSize widest(m_list->sizeHintForColumn(0) + spacing(4), spacing(9));
    for (int page = 0; page < m_list->count(); ++page)
        m_list->item(page)->setSizeHint(widest);
    m_list->setFixedWidth(widest.width() + spacing(4));
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    setLanguages(text::languages());
    m_list->setCurrentRow(0);
    setMinimumSize(spacing(120), spacing(90));
    resize(spacing(190), spacing(160));
}

SettingsWindow::~SettingsWindow()
{
    hide(); // told while it is still a settings window
}

SettingsPage* SettingsWindow::addPage(Page page, const QString& iconName, const QString& title)
{
    auto* made = new SettingsPage(title);
    m_pages.at(size_t(page)) = made;
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(made);
    made->setBackgroundRole(QPalette::Window);
    area->viewport()->setBackgroundRole(QPalette::Window);
    m_stack->addWidget(area);
    new QListWidgetItem(icon(iconName), title, m_list);
    connect(made, &SettingsPage::settingChanged, this, &SettingsWindow::settingChanged);
    return made;
}

void SettingsWindow::buildGeneral()
{
    auto* page = addPage(Page::General, u"settings"_s, tr("General"));
    page->addSetting(u"integration.enabled"_s);
    page->addSetting(u"app.autostart"_s);
    page->addHeading(tr("Appearance"));
    page->addSetting(u"ui.theme"_s);
    page->addSetting(u"ui.language"_s);
    page->addHeading(tr("Keyboard"));
    page->addSetting(u"dial.hotkey"_s);
    page->addSetting(u"card.hotkey"_s);
    page->finish();
}

void SettingsWindow::buildConnections()
{
    auto* page = addPage(Page::Connections, u"plug"_s, tr("Connections"));
    auto* signIn = new QPushButton(icon(u"sign-in"_s), tr("&Sign in or test…"), page);
    signIn->setObjectName(u"signIn"_s);
    signIn->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(signIn, &QPushButton::clicked, this, &SettingsWindow::signInRequested);
    page->addWidget(signIn);
    page->addHeading(tr("Phone system"));
    for (const auto& key :
         {u"pbx.kind"_s, u"pbx.url"_s, u"pbx.clientId"_s, u"pbx.extension"_s, u"pbx.caFile"_s,
          u"pbx.asterisk.technology"_s, u"pbx.asterisk.context"_s})
        page->addSetting(key);
    page->enableBy(u"pbx.asterisk.technology"_s, u"pbx.kind"_s, u"asterisk"_s);
    page->enableBy(u"pbx.asterisk.context"_s, u"pbx.kind"_s, u"asterisk"_s);
    page->addHeading(tr("Salesforce"));
    for (const auto& key :
         {u"salesforce.loginUrl"_s, u"salesforce.clientId"_s, u"salesforce.redirectPorts"_s})
        page->addSetting(key);
    page->finish();
}

void SettingsWindow::buildCalls()
{
    auto* page = addPage(Page::Calls, u"phone"_s, tr("Calls and card"));
    page->addSetting(u"card.show"_s);
    page->addSetting(u"card.corner"_s);
    page->addSetting(u"card.keepSeconds"_s);
    page->enableBy(u"card.corner"_s, u"card.show"_s, u"true"_s);
    page->enableBy(u"card.keepSeconds"_s, u"card.show"_s, u"true"_s);
    page->addHeading(tr("Phone links"));
    page->addSetting(u"dial.confirmLinks"_s);
    auto* links = new QPushButton(tr("&Open phone links with this program"), page);
    links->setObjectName(u"registerLinks"_s);
    links->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(links, &QPushButton::clicked, this, &SettingsWindow::registerLinksRequested);
    page->addWidget(links);
    m_linksAnswer = new Notice(page);
    m_linksAnswer->setObjectName(u"linksAnswer"_s);
    page->addWidget(m_linksAnswer);
    page->finish();
}

void SettingsWindow::buildPopup()
{
    auto* page = addPage(Page::Popup, u"open"_s, tr("Popup"));
    for (const auto& key :
         {u"popup.method"_s, u"popup.trigger"_s, u"popup.directions"_s, u"popup.whenSeveral"_s})
        page->addSetting(key);
    page->enableBy(u"popup.trigger"_s, u"popup.method"_s, u"automatic"_s);
    page->enableBy(u"popup.directions"_s, u"popup.method"_s, u"automatic"_s);
    page->finish();
}

void SettingsWindow::buildNumbers()
{
    auto* page = addPage(Page::Numbers, u"dialpad"_s, tr("Numbers"));
    for (const auto& key : {u"numbers.region"_s, u"numbers.areaCode"_s, u"numbers.outsidePrefix"_s,
                            u"numbers.extensionLengths"_s})
        page->addSetting(key);
    page->addHeading(tr("Try a number"));
    page->addWidget(makeNumberTrial());
    page->finish();
}

QWidget* SettingsWindow::makeNumberTrial()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    m_trial = new QLineEdit(box);
    m_trial->setObjectName(u"tryNumber"_s);
    m_trial->setAccessibleName(tr("A number to try"));
    m_trial->setPlaceholderText(tr("A number, as someone might write it"));
    m_trial->setMaxLength(256);
    auto* go = new QPushButton(tr("&Try"), box);
    go->setObjectName(u"try"_s);
    row->addWidget(m_trial, 1);
    row->addWidget(go);
    column->addLayout(row);
    m_trialAnswer = new QLabel(tr("Shows how it is read, what is asked and what is found."), box);
    m_trialAnswer->setObjectName(u"tryAnswer"_s);
    m_trialAnswer->setTextFormat(Qt::PlainText);
    m_trialAnswer->setWordWrap(true);
    m_trialAnswer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_trialAnswer->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_trialAnswer);
    const auto attempt = [this] {
        if (!m_trial->text().trimmed().isEmpty())
            Q_EMIT numberTried(m_trial->text().trimmed());
    };
    connect(go, &QPushButton::clicked, this, attempt);
    connect(m_trial, &QLineEdit::returnPressed, this, attempt);
    return box;
}

void SettingsWindow::buildSalesforce()
{
    auto* page = addPage(Page::Salesforce, u"cloud"_s, tr("Salesforce"));
    page->addWidget(makeBudget());
    page->addSetting(u"crm.objects"_s);
    page->addSetting(u"crm.alwaysQuery"_s);
    m_queryWarning = new Notice(page);
    m_queryWarning->setObjectName(u"alwaysQueryWarning"_s);
    page->addWidget(m_queryWarning);
    page->addHeading(tr("Contact synchronization"));
    for (const auto& key :
         {u"sync.enabled"_s, u"sync.objects"_s, u"sync.target"_s, u"sync.phonebook"_s})
        page->addSetting(key);
    for (const auto& key : {u"sync.objects"_s, u"sync.target"_s, u"sync.phonebook"_s})
        page->enableBy(key, u"sync.enabled"_s, u"true"_s);
    page->enableBy(u"sync.phonebook"_s, u"sync.target"_s, u"pbx"_s);
    page->finish();
    connect(page->input(u"crm.alwaysQuery"_s), &SettingInput::entered, this,
            [this](const QString& value) { showQueryWarning(false, value == "true"_L1); });
}

QWidget* SettingsWindow::makeBudget()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1));
    m_budgetText = new QLabel(box);
    m_budgetText->setObjectName(u"apiBudget"_s);
    m_budgetText->setTextFormat(Qt::PlainText);
    m_budgetText->setWordWrap(true);
    m_budgetBar = new QProgressBar(box);
    m_budgetBar->setRange(0, 1000);
    m_budgetBar->setTextVisible(false);
    m_budgetBar->setFixedHeight(spacing(2));
    m_budgetBar->setAccessibleName(tr("API calls used"));
    column->addWidget(m_budgetText);
    column->addWidget(m_budgetBar);
    setCrmStatus({});
    return box;
}

void SettingsWindow::buildCreation()
{
    auto* page = addPage(Page::Creation, u"add-person"_s, tr("Creation"));
    for (const auto& key :
         {u"create.enabled"_s, u"create.object"_s, u"create.method"_s, u"create.callTypes"_s})
        page->addSetting(key);
    for (const auto& key : {u"create.object"_s, u"create.method"_s, u"create.callTypes"_s})
        page->enableBy(key, u"create.enabled"_s, u"true"_s);
    page->enableBy(u"create.callTypes"_s, u"create.method"_s, u"automatic"_s);
    page->finish();
}

void SettingsWindow::buildJournal()
{
    auto* page = addPage(Page::Journal, u"note"_s, tr("Call journal"));
    page->addSetting(u"journal.enabled"_s);
    page->addSetting(u"journal.writer"_s);
    page->addTemplate(u"journal.subject"_s, TemplateEditor::Size::OneLine);
    page->addTemplate(u"journal.description"_s, TemplateEditor::Size::SeveralLines);
    page->addSetting(u"journal.wrapUpSeconds"_s);
    page->addSetting(u"journal.skipMissedInUnansweredAgents"_s);
    page->addHeading(tr("Recordings"));
    page->addSetting(u"journal.recordingLink"_s);
    page->addSetting(u"journal.recordingUrl"_s);
    for (const auto& key : {u"journal.writer"_s, u"journal.subject"_s, u"journal.description"_s,
                            u"journal.wrapUpSeconds"_s, u"journal.skipMissedInUnansweredAgents"_s,
                            u"journal.recordingLink"_s})
        page->enableBy(key, u"journal.enabled"_s, u"true"_s);
    page->enableBy(u"journal.recordingUrl"_s, u"journal.enabled"_s, u"true"_s);
    page->enableBy(u"journal.recordingUrl"_s, u"journal.recordingLink"_s, u"url"_s);
    page->finish();
}

void SettingsWindow::buildPrivacy()
{
    auto* page = addPage(Page::Privacy, u"lock"_s, tr("Privacy"));
    page->addSetting(u"privacy.maskNumbers"_s);
    auto* said = new Notice(page);
    said->tell(Notice::Tone::Plain,
               tr("Secrets are kept in the system's key store. Calls, notes and the phonebook stay "
                  "on this computer, readable by you alone."),
               tr("Log files hold no numbers, names or secrets."));
    page->addWidget(said);
    page->finish();
}

void SettingsWindow::setLayers(const SettingLayers& layers)
{
    for (auto* page : m_pages)
        page->setLayers(layers);
    showQueryWarning(layers.value(u"privacy.maskNumbers"_s) == "true"_L1,
                     layers.value(u"crm.alwaysQuery"_s) == "true"_L1);
}

void SettingsWindow::showQueryWarning(bool isMasked, bool isAlways)
{
    if (!isAlways)
        return m_queryWarning->clear();
    m_queryWarning->tell(
        Notice::Tone::Warning,
        tr("Enabling “Always Query CRM” will increase API credit consumption. Please monitor your "
           "quota."),
        isMasked ? tr("The search while typing stays off because numbers are masked.") : QString());
}

void SettingsWindow::setCrmStatus(const CrmStatus& status)
{
    const QLocale here;
    const bool isKnown = status.apiMax > 0;
    m_budgetBar->setVisible(isKnown);
    if (!isKnown) {
        m_budgetText->setText(status.state == LinkState::Connected
                                  ? tr("The API budget is known after the first question.")
                                  : tr("Not signed in to Salesforce."));
        return;
    }
    const auto share = std::clamp<qint64>(status.apiUsed * 1000 / status.apiMax, 0, 1000);
    m_budgetBar->setValue(int(share));
    QString said =
        tr("%1 of %2 API calls used in the last 24 hours, by everyone in your organisation.")
            .arg(here.toString(status.apiUsed), here.toString(status.apiMax));
    if (share >= 950)
        said += u' ' + tr("Only lookups and log entries still go out.");
    else if (share >= 800)
        said += u' ' + tr("The search while typing has stopped to save calls.");
    m_budgetText->setText(said);
}

void SettingsWindow::setTemplatePreview(const TemplateEditor::Preview& preview)
{
    for (auto* page : m_pages)
        for (auto* editor : page->templates())
            editor->setPreview(preview);
}

void SettingsWindow::setLanguages(const QStringList& codes)
{
    SettingInput::Choices choices{{u"system"_s, tr("As the system")}};
    for (const auto& code : codes) {
        const QLocale own(code);
        QString name = own.language() == QLocale::English ? u"English"_s // not of one country
                                                          : own.nativeLanguageName();
        if (name.isEmpty())
            name = code;
        choices.append({code, name});
    }
    m_pages.at(size_t(Page::General))->input(u"ui.language"_s)->setChoices(choices);
}

void SettingsWindow::showError(const QString& key, const Error& error)
{
    for (int i = 0; i < pageCount; ++i) {
        auto* page = m_pages.at(size_t(i));
        if (!page->has(key))
            continue;
        const bool isRefused =
            error.kind == Error::Kind::Rejected && error.sentence.isEmpty() && error.code.isEmpty();
        page->setError(key,
                       isRefused ? text::settingProblem(key)
                                 : text::sentence(error, text::Place::Settings));
        m_list->setCurrentRow(i);
        page->focusOn(key);
    }
}

void SettingsWindow::showNumberAnswer(const QString& answer)
{
    m_trialAnswer->setText(text::plainLines(answer, 2000));
    m_trialAnswer->setForegroundRole(QPalette::WindowText);
}

void SettingsWindow::showLinksRegistered(const Result<Done>& done)
{
    if (done)
        m_linksAnswer->tell(Notice::Tone::Good,
                            tr("Phone links in web pages open the companion now."),
                            tr("Some systems ask you once more to choose it for them."));
    else
        m_linksAnswer->tell(Notice::Tone::Problem,
                            text::sentence(done.error(), text::Place::Settings));
}

void SettingsWindow::showPage(Page page)
{
    m_list->setCurrentRow(int(page));
}

void SettingsWindow::hideEvent(QHideEvent* event)
{
    for (auto* page : m_pages)
        page->commit();
    QWidget::hideEvent(event);
}

void SettingsWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace companion
