// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/callnote.h"

#include "app/core/notelength.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <chrono>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr auto pauseInTyping = 400ms;
    constexpr int noteLines = 5;

} // namespace

CallNote::CallNote(QWidget* parent)
    : QWidget(parent), m_outcome(new QComboBox(this)), m_note(new QPlainTextEdit(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(2));
    m_outcomeHeading = addHeading(tr("O&utcome"));
    m_outcome->setObjectName(u"outcome"_s);
    m_outcome->setAccessibleName(tr("Outcome"));
    m_outcome->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_outcome->setMinimumContentsLength(10);
    m_outcome->installEventFilter(this);
    m_outcomeHeading->setBuddy(m_outcome);
    column->addWidget(m_outcomeHeading);
    column->addWidget(m_outcome);
    auto* heading = addHeading(tr("&Note"));
    m_note->setObjectName(u"note"_s);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Note for the log entry"));
    m_note->setTabChangesFocus(true);
    m_note->document()->setDocumentMargin(spacing());
    m_note->setMinimumHeight(noteLines * m_note->fontMetrics().lineSpacing() + spacing(4));
    m_note->setMaximumHeight(2 * m_note->minimumHeight());
    m_note->installEventFilter(this);
    heading->setBuddy(m_note);
    column->addSpacing(spacing(2));
    column->addWidget(heading);
    column->addWidget(m_note);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &CallNote::flush);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_outcome, &QComboBox::activated, this, [this](int index) {
        m_chosen = m_outcome->itemData(index).toString();
        Q_EMIT outcomeChosen(m_call, m_chosen);
    });
    fillOutcomes();
}

QLabel* CallNote::addHeading(const QString& title)
{
    auto* heading = new QLabel(title, this);
    setTextRole(heading, TextRole::Strong);
    return heading;
}

void CallNote::setRow(const HistoryRow& row)
{
    const bool isOther = row.call.id != m_call;
    if (isOther)
        flush();
    m_call = row.call.id;
    if (isOther || row.outcome != m_chosen) {
        m_chosen = row.outcome;
        fillOutcomes();
    }
    if (isOther || (row.note != m_toldNote && !m_pause.isActive())) {
        m_toldNote = row.note;
        if (m_note->toPlainText() != row.note) {
            const QSignalBlocker quiet(m_note);
            m_note->setPlainText(row.note);
        }
    }
}

void CallNote::setOutcomes(const QStringList& outcomes)
{
    m_outcomes = outcomes;
    fillOutcomes();
}

void CallNote::fillOutcomes()
{
    m_outcome->clear();
    m_outcome->addItem(tr("No outcome"), QString());
    for (const auto& outcome : std::as_const(m_outcomes))
        m_outcome->addItem(text::plain(outcome, 80), outcome);
    if (!m_chosen.isEmpty() && !m_outcomes.contains(m_chosen)) // the org had it when it was chosen
        m_outcome->addItem(text::plain(m_chosen, 80), m_chosen);
    m_outcome->setCurrentIndex(qMax(0, m_outcome->findData(m_chosen)));
    m_outcome->setVisible(offersOutcome());
    m_outcomeHeading->setVisible(offersOutcome());
}

void CallNote::flush()
{
    m_pause.stop();
    const QString note = m_note->toPlainText().left(longestNote);
    if (note == m_toldNote || m_call.isEmpty())
        return;
    m_toldNote = note;
    Q_EMIT noteEdited(m_call, note);
}

bool CallNote::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_outcome && event->type() == QEvent::Wheel) {
        event->ignore(); // who scrolls past it chooses nothing
        return true;
    }
    if (watched == m_note && (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide))
        flush();
    return QWidget::eventFilter(watched, event);
}

} // namespace companion
