// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/card/callcardwidget.h"

#include "ui/card/actionbar.h"
#include "ui/card/callerblock.h"
#include "ui/card/cardpaint.h"
#include "ui/card/crmpanel.h"
#include "ui/card/notepanel.h"
#include "ui/card/transferpanel.h"
#include "ui/dialogs/notice.h"
#include "ui/elidedlabel.h"
#include "ui/text/calltext.h"
#include "ui/text/colleaguetext.h"
#include "ui/text/errortext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QResizeEvent>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWindow>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int barWidth = 4;
    constexpr qreal roundness = 10;

    int cardWidth()
    {
        return spacing(90);
    }

    //! X11 without a compositor shows what is transparent as black; everybody else composes.
    bool canBeRound()
    {
        const QString platform = QGuiApplication::platformName();
        return platform == "wayland"_L1 || platform == "windows"_L1 || platform == "cocoa"_L1;
    }

    void setShown(Notice* notice, Notice::Tone tone, const QString& sentence)
    {
        if (sentence.isEmpty())
            notice->clear();
        else if (notice->isHidden() || notice->text() != sentence)
            notice->tell(tone, sentence);
    }

} // namespace

CallCardWidget::CallCardWidget(QWidget* parent)
    : QWidget(parent,
              Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint
                  | Qt::WindowDoesNotAcceptFocus)
{
    setObjectName(u"callCard"_s);
    setWindowTitle(tr("Call"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_MacAlwaysShowToolWindow);
    setAttribute(Qt::WA_QuitOnClose, false);
    setAttribute(Qt::WA_TranslucentBackground, canBeRound());
    setFocusPolicy(Qt::NoFocus);
    setFixedWidth(cardWidth());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(4) + barWidth, spacing(2), spacing(4), spacing(4));
    layout->setSpacing(spacing(3));
    layout->addLayout(buildHeader());
    buildPanels();
    for (QWidget* part : std::initializer_list<QWidget*>{m_caller, m_warning, m_crm, m_problem,
                                                         m_note, m_transfer, m_actions})
        layout->addWidget(part);
    connectPanels();
    connectActions();
}

CallCardWidget::~CallCardWidget()
{
    m_note->flush();
}

QLayout* CallCardWidget::buildHeader()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    m_phaseIcon = new QLabel;
    row->addWidget(m_phaseIcon);
    m_phase = new ElidedLabel;
    m_phase->setObjectName(u"phase"_s);
    setTextRole(m_phase, TextRole::Strong);
    m_phase->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(m_phase);
    m_wayIn = new ElidedLabel;
    m_wayIn->setObjectName(u"wayIn"_s);
    m_wayIn->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_wayIn, 1);
    m_clock = new QLabel;
    m_clock->setObjectName(u"clock"_s);
    m_clock->setTextFormat(Qt::PlainText);
    row->addWidget(m_clock);
    m_close = new QToolButton;
    m_close->setObjectName(u"close"_s);
    m_close->setIcon(icon(u"close"_s, IconTint::Muted));
    m_close->setAccessibleName(tr("Put the card away"));
    m_close->setToolTip(tr("Put the card away; the call goes on (Esc)"));
    m_close->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_close, ButtonKind::Quiet);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_note->flush();
        Q_EMIT dismissed(callId());
    });
    row->addWidget(m_close);
    return row;
}

void CallCardWidget::buildPanels()
{
    m_caller = new CallerBlock;
    m_crm = new CrmPanel;
    m_warning = new Notice;
    m_warning->setObjectName(u"warning"_s);
    m_problem = new Notice;
    m_problem->setObjectName(u"problem"_s);
    m_note = new NotePanel;
    m_note->hide();
    m_transfer = new TransferPanel;
    m_transfer->hide();
    m_actions = new ActionBar;
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_note->noteField()->viewport(), m_transfer->field()})
        field->installEventFilter(this); // a click in a text field wants the keys
}

void CallCardWidget::connectPanels()
{
    connect(m_crm, &CrmPanel::openRequested, this,
            [this](const RecordId& record) { Q_EMIT openRecordRequested(callId(), record); });
    connect(m_crm, &CrmPanel::chosen, this,
            [this](const RecordId& record) { Q_EMIT choiceMade(callId(), record); });
    connect(m_crm, &CrmPanel::noneChosen, this, [this] { Q_EMIT noneOfTheseRequested(callId()); });
    connect(m_crm, &CrmPanel::forgetRequested, this,
            [this] { Q_EMIT forgetChoiceRequested(callId()); });
    connect(m_crm, &CrmPanel::completeRequested, this, &CallCardWidget::completeRequested);
    connect(m_crm, &CrmPanel::createRequested, this, [this] { Q_EMIT createRequested(callId()); });
    connect(m_crm, &CrmPanel::searchRequested, this, [this] { Q_EMIT searchRequested(callId()); });
    connect(m_note, &NotePanel::noteEdited, this,
            [this](const QString& note) { Q_EMIT noteEdited(callId(), note); });
    connect(m_note, &NotePanel::outcomeChosen, this,
            [this](const QString& outcome) { Q_EMIT outcomeChosen(callId(), outcome); });
    connect(m_note, &NotePanel::doNotLogChanged, this,
            [this](bool isOn) { Q_EMIT doNotLogChanged(callId(), isOn); });
    connect(m_note, &NotePanel::followUpRequested, this,
            [this] { Q_EMIT followUpRequested(callId()); });
}

void CallCardWidget::connectActions()
{
    connect(m_actions, &ActionBar::actionRequested, this,
            [this](CallAction action) { Q_EMIT actionRequested(callId(), action, QString()); });
    connect(m_actions, &ActionBar::transferRequested, this,
            [this] { openTransfer(int(TransferPanel::Purpose::Transfer)); });
    connect(m_actions, &ActionBar::addParticipantRequested, this,
            [this] { openTransfer(int(TransferPanel::Purpose::AddParticipant)); });
    connect(m_actions, &ActionBar::callBackRequested, this,
            [this] { Q_EMIT callBackRequested(m_card.call.remoteNumber); });
    connect(m_actions, &ActionBar::noteToggled, this, [this](bool isOpen) {
        m_noteWasToggled = true;
        setNoteOpen(isOpen);
        if (isOpen) {
            setKeys(Keys::Accepted);
            m_note->noteField()->setFocus();
        }
    });
    connect(m_transfer, &TransferPanel::chosen, this,
            [this](CallAction action, const QString& target) {
                m_transfer->hide();
                fit();
                Q_EMIT actionRequested(callId(), action, target);
            });
    connect(m_transfer, &TransferPanel::cancelled, this, [this] {
        m_transfer->hide();
        fit();
    });
}

void CallCardWidget::setCard(const CallCard& card, const QDateTime& now)
{
    if (card.call.id != m_card.call.id) {
        m_note->flush();
        m_note->reset();
        m_transfer->hide();
        m_noteWasToggled = false;
        setNoteOpen(false);
    }
    m_card = card;
    m_phase->setText(text::phaseName(card.call));
    m_wayIn->setText(text::beside(m_card, m_colleagues));
    m_phaseIcon->setPixmap(
        cardpaint::callIcon(card.call, QSize(iconSize(), iconSize()), devicePixelRatioF()));
    m_caller->setCard(card);
    m_crm->setCard(card);
    m_crm->setVisible(m_crm->isNeeded());
    m_actions->setCard(card);
    m_note->setCard(card);
    m_transfer->setActions(card.actions);
    const bool canTransfer = card.actions.contains(CallAction::BlindTransfer)
        || card.actions.contains(CallAction::AttendedTransfer)
        || card.actions.contains(CallAction::AddParticipant);
    if (!canTransfer)
        m_transfer->hide();
    const bool isTalk =
        card.call.phase == CallPhase::Connected || card.call.phase == CallPhase::Held;
    if (!m_noteWasToggled && (isTalk || !card.note.isEmpty()))
        setNoteOpen(true);
    showWarnings();
    m_actions->setStatus(journalLine());
    tick(now);
    setAccessibleName(text::announcement(card));
    fit();
    update();
}

void CallCardWidget::showWarnings()
{
    const auto* match = m_card.chosenMatch();
    setShown(m_warning, Notice::Tone::Warning,
             match && match->doNotCall ? tr("Has asked not to be called") : QString());
    const bool hasFailed = m_card.call.isOver() && m_card.call.result != CallResult::Answered;
    const QString problem = m_card.actionProblem
        ? text::sentence(*m_card.actionProblem, text::Place::CallControl)
        : hasFailed ? text::failureReason(m_card.call.failure)
                    : QString();
    setShown(m_problem, Notice::Tone::Problem, problem);
}

//! How the log entry stands: told when the call is over, or when something has to be done.
QString CallCardWidget::journalLine() const
{
    const bool isOver = m_card.call.isOver();
    if (m_card.doNotLog)
        return isOver ? tr("Not logged, as you wished") : QString();
    const bool needsSomebody =
        m_card.journal == JournalState::Failed || m_card.journal == JournalState::NeedsChoice;
    return isOver || needsSomebody ? text::journalName(m_card.journal) : QString();
}

void CallCardWidget::setColleagues(const QList<Colleague>& colleagues)
{
    m_colleagues = colleagues;
    m_transfer->setColleagues(colleagues);
    m_wayIn->setText(text::beside(m_card, m_colleagues));
}

void CallCardWidget::tick(const QDateTime& now)
{
    const QString shown = text::duration(text::runningSeconds(m_card.call, now));
    if (m_clock->text() != shown)
        m_clock->setText(shown);
}

void CallCardWidget::setNoteOpen(bool isOpen)
{
    m_note->setVisible(isOpen);
    m_actions->setNoteOpen(isOpen);
    fit();
}

void CallCardWidget::openTransfer(int purpose)
{
    if (!m_transfer->isHidden()) {
        m_transfer->hide();
        return fit();
    }
    m_transfer->show();
    m_transfer->open(TransferPanel::Purpose(purpose));
    fit();
    setKeys(Keys::Accepted);
    m_transfer->field()->setFocus();
}

void CallCardWidget::putAway()
{
    m_note->flush();
    m_transfer->hide();
    setKeys(Keys::Refused);
    hide();
    m_card.call.id.clear(); // whatever comes next is another call
}

void CallCardWidget::announce()
{
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent spoken(this, accessibleName());
    QAccessible::updateAccessibility(&spoken);
#endif
}

void CallCardWidget::fit()
{
    if (!layout() || !m_actions)
        return;
    layout()->activate();
    // Some fonts are wide for their height; nothing may be cut off for that.
    const int needed = layout()->totalMinimumSize().width();
    if (const int wide = qBound(cardWidth(), needed, cardWidth() * 5 / 4); wide != width())
        setFixedWidth(wide);
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : sizeHint().height();
    if (height() == wanted)
        return;
    resize(width(), wanted);
}

void CallCardWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // Told from here, for the layout grows its window by itself when something in it appears.
    if (event->size() != event->oldSize())
        Q_EMIT sizeChanged();
}

bool CallCardWidget::event(QEvent* event)
{
    if (event->type() == QEvent::WindowDeactivate && m_keys == Keys::Accepted
        && !QGuiApplication::modalWindow()) {
        m_note->flush();
        setKeys(Keys::Refused);
    } else if (event->type() == QEvent::LayoutRequest) {
        const bool handled = QWidget::event(event);
        fit();
        return handled;
    }
    return QWidget::event(event);
}

void CallCardWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_actions)
        setCard(m_card, QDateTime::currentDateTime()); // pictures are in the old colours
}

void CallCardWidget::showEvent(QShowEvent* event)
{
    m_awaitsPaint = true;
    QWidget::showEvent(event);
}

void CallCardWidget::paintEvent(QPaintEvent*)
{
    const auto& c = colours();
    QPainter painter(this);
    const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = testAttribute(Qt::WA_TranslucentBackground) ? roundness : 0;
    painter.setRenderHint(QPainter::Antialiasing, radius > 0);
    const QRect bar =
        QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, barWidth, height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.surface);
    painter.drawRoundedRect(rect(), radius, radius);
    painter.setClipRect(bar);
    painter.setBrush(cardpaint::callColour(m_card.call));
    painter.drawRoundedRect(rect(), radius, radius);
    painter.setClipping(false);
    painter.setPen(m_keys == Keys::Accepted && isActiveWindow() ? c.accent
                       : c.isDark                               ? c.edge
                                                                : c.border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(outline, radius, radius);
    if (m_awaitsPaint) {
        m_awaitsPaint = false;
        // Told once the event loop is back: then the picture has gone to the screen.
        QMetaObject::invokeMethod(
            this, [this, id = callId()] { Q_EMIT painted(id); }, Qt::QueuedConnection);
    }
}

} // namespace companion
