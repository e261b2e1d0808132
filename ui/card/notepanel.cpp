// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/card/notepanel.h"

#include "app/core/notelength.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QTextDocument>
#include <QVBoxLayout>

#include <chrono>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr auto pauseInTyping = 250ms;
    constexpr int fewestLines = 2;
    constexpr int mostLines = 5;

} // namespace

NotePanel::NotePanel(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(2));

    m_note = new QPlainTextEdit;
    m_note->setObjectName(u"note"_s);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Note for the log entry"));
    m_note->setTabChangesFocus(true);
    m_note->setFocusPolicy(Qt::StrongFocus);
    m_note->document()->setDocumentMargin(spacing());
    m_note->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_note->installEventFilter(this);
    m_followUp = new QPushButton(icon(u"clock"_s, IconTint::Muted), {});
    m_followUp->setObjectName(u"followUp"_s);
    m_followUp->setAccessibleName(tr("Follow-up task"));
    m_followUp->setToolTip(tr("Follow-up task"));
    m_followUp->setFocusPolicy(Qt::TabFocus);
    m_followUp->setAutoDefault(false);
    setButtonKind(m_followUp, ButtonKind::Quiet);
    auto* written = new QHBoxLayout;
    written->setSpacing(spacing(1));
    written->addWidget(m_note, 1);
    written->addWidget(m_followUp, 0, Qt::AlignBottom);
    layout->addLayout(written);

    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(3));
    m_outcome = new QComboBox;
    m_outcome->setObjectName(u"outcome"_s);
    m_outcome->setAccessibleName(tr("Outcome"));
    m_outcome->setFocusPolicy(Qt::TabFocus);
    m_outcome->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_outcome->setMinimumContentsLength(10);
    row->addWidget(m_outcome, 1);
    m_doNotLog = new QCheckBox(tr("Do not log this call"));
    m_doNotLog->setObjectName(u"doNotLog"_s);
    m_doNotLog->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_doNotLog);
    layout->addLayout(row);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &NotePanel::flush);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        m_pause.start();
        fitHeight();
    });
    connect(m_outcome, &QComboBox::activated, this,
            [this](int index) { Q_EMIT outcomeChosen(m_outcome->itemData(index).toString()); });
    connect(m_doNotLog, &QCheckBox::clicked, this, &NotePanel::doNotLogChanged);
    connect(m_followUp, &QPushButton::clicked, this, &NotePanel::followUpRequested);
    fitHeight();
}

void NotePanel::setCard(const CallCard& card)
{
    // Only a note that came from elsewhere replaces what stands here.
    if (card.note != m_told && !m_pause.isActive()) {
        m_told = card.note;
        if (m_note->toPlainText() != card.note) {
            const QSignalBlocker quiet(m_note);
            m_note->setPlainText(card.note);
        }
        fitHeight();
    }
    m_note->setReadOnly(false);
    setOutcomes(card.outcomes, card.outcome);
    m_followUp->setVisible(card.chosen && card.call.direction != CallDirection::Internal);
    const QSignalBlocker quiet(m_doNotLog);
    m_doNotLog->setChecked(card.doNotLog);
}

void NotePanel::setOutcomes(const QStringList& outcomes, const QString& chosen)
{
    if (outcomes != m_outcomes || m_outcome->count() == 0) {
        m_outcomes = outcomes;
        m_outcome->clear();
        m_outcome->addItem(tr("No outcome"), QString());
        for (const auto& outcome : outcomes)
            m_outcome->addItem(text::plain(outcome, 80), outcome);
        // The list may be wider than its field, up to the whole panel.
        auto* list = m_outcome->view();
        list->setMinimumWidth(
            qMin(list->sizeHintForColumn(0) + spacing(4), window()->width() - spacing(8)));
    }
    m_outcome->setVisible(!outcomes.isEmpty());
    m_outcome->setCurrentIndex(qMax(0, m_outcome->findData(chosen)));
    m_outcome->setToolTip(chosen.isEmpty() ? QString() : m_outcome->currentText()); // a long one
}

void NotePanel::reset()
{
    m_pause.stop();
    const QSignalBlocker quiet(m_note);
    m_note->clear();
    m_told.clear();
    fitHeight();
}

void NotePanel::flush()
{
    m_pause.stop();
    const QString note = m_note->toPlainText().left(longestNote);
    if (note == m_told)
        return;
    m_told = note;
    Q_EMIT noteEdited(note);
}

void NotePanel::fitHeight()
{
    int lines = 0;
    for (auto block = m_note->document()->begin(); block.isValid() && lines < mostLines;
         block = block.next())
        lines += qMax(1, block.layout() ? block.layout()->lineCount() : 1);
    const int height = qBound(fewestLines, lines, mostLines) * m_note->fontMetrics().lineSpacing()
        + 2 * int(m_note->document()->documentMargin()) + 2 * m_note->frameWidth();
    if (m_note->height() != height || m_note->minimumHeight() != height)
        m_note->setFixedHeight(height);
}

bool NotePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_note && (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide))
        flush();
    return QWidget::eventFilter(watched, event);
}

} // namespace companion
