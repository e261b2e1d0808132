// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/calldetails.h"

#include "app/core/matchplan.h"
#include "ui/dialogs/notice.h"
#include "ui/elidedlabel.h"
#include "ui/history/callnote.h"
#include "ui/history/recordpicker.h"
#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    Notice::Tone toneOf(const HistoryRow& row)
    {
        switch (row.journal) {
        case JournalState::Written:
            return Notice::Tone::Good;
        case JournalState::NeedsChoice:
            return Notice::Tone::Warning;
        case JournalState::Failed:
            return Notice::Tone::Problem;
        case JournalState::None:
        case JournalState::Waiting:
        case JournalState::Queued:
        case JournalState::Sending:
            break;
        }
        return Notice::Tone::Plain;
    }

    QString moment(const QDateTime& at)
    {
        return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat)
                            : QString();
    }

    //! How long it rang, where that is known.
    QString ringing(const Call& call)
    {
        const auto until = call.answeredAt.isValid() ? call.answeredAt : call.endedAt;
        return call.startedAt.isValid() && until.isValid()
            ? text::duration(call.startedAt.secsTo(until))
            : QString();
    }

} // namespace

CallDetails::CallDetails(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_name(new ElidedLabel(this))
    , m_work(new ElidedLabel(this))
    , m_number(new ElidedLabel(this))
    , m_copy(new QPushButton(icon(u"copy"_s, IconTint::Muted), {}, this))
    , m_call(addButton(u"callBack"_s, u"phone"_s, tr("&Call back")))
    , m_open(addButton(u"openRecord"_s, u"open"_s, tr("&Open record")))
    , m_add(addButton(u"addContact"_s, u"add-person"_s, tr("&Add contact")))
    , m_complete(addButton(u"complete"_s, u"edit"_s, tr("Co&mplete")))
    , m_facts(new QFormLayout)
{
    m_column->setContentsMargins(spacing(5), spacing(5), spacing(5), spacing(5));
    m_column->setSpacing(spacing(2));
    buildHead();
    m_facts->setHorizontalSpacing(spacing(4));
    m_facts->setVerticalSpacing(spacing(1));
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_facts->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_column->addLayout(m_facts);
    buildLog();
    buildRecording();
    buildNote();
    m_column->addStretch(1);
}

QPushButton* CallDetails::addButton(const QString& name, const QString& iconName,
                                    const QString& label)
{
    auto* button = new QPushButton(
        icon(iconName, name == "callBack"_L1 ? IconTint::OnAccent : IconTint::Text), label, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

QLabel* CallDetails::addHeading(const QString& title)
{
    auto* heading = new QLabel(title, this);
    setTextRole(heading, TextRole::Strong);
    m_column->addSpacing(spacing(2));
    m_column->addWidget(heading);
    return heading;
}

void CallDetails::buildHead()
{
    setTextRole(m_name, TextRole::Title);
    m_name->setLines(2);
    m_name->setObjectName(u"name"_s);
    m_work->setForegroundRole(QPalette::PlaceholderText);
    m_work->setLines(2);
    auto* nameRow = new QHBoxLayout;
    nameRow->setSpacing(spacing(1));
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_copy, 0, Qt::AlignTop);
    m_column->addLayout(nameRow);
    m_column->addWidget(m_work);
    m_column->addWidget(m_number);
    m_copy->setObjectName(u"copyNumber"_s);
    m_copy->setAccessibleName(tr("Copy number"));
    m_copy->setToolTip(tr("Copy number"));
    setButtonKind(m_copy, ButtonKind::Quiet);
    m_number->setObjectName(u"number"_s);
    m_column->addSpacing(spacing(1));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    setButtonKind(m_call, ButtonKind::Primary);
    m_complete->setToolTip(tr("Fill in the record that was made by itself"));
    for (auto* button : {m_call, m_open, m_add, m_complete})
        buttons->addWidget(button);
    buttons->addStretch(1);
    m_column->addLayout(buttons);
    m_column->addSpacing(spacing(2));
    connect(m_call, &QPushButton::clicked, this,
            [this] { Q_EMIT callBackRequested(m_row.call.remoteNumber); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { Q_EMIT copyRequested(m_row.call.remoteNumber); });
    connect(m_add, &QPushButton::clicked, this,
            [this] { Q_EMIT addContactRequested(m_row.call.id, m_row.call.remoteNumber); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto* record = text::recordOf(m_row))
            Q_EMIT openRecordRequested(record->record);
    });
    connect(m_complete, &QPushButton::clicked, this, [this] {
        if (const auto* record = text::recordOf(m_row))
            Q_EMIT completeRequested(record->record);
    });
}

void CallDetails::buildLog()
{
    addHeading(tr("Salesforce log"));
    m_log = new Notice(this);
    m_log->setObjectName(u"log"_s);
    m_retry = m_log->addButton(tr("&Try again"));
    m_retry->setObjectName(u"retry"_s);
    m_logNow = m_log->addButton(tr("&Log now"));
    m_logNow->setObjectName(u"logNow"_s);
    m_column->addWidget(m_log);
    m_picker = new RecordPicker(this);
    m_column->addWidget(m_picker);
    m_followUp = addButton(u"followUp"_s, u"clock"_s, tr("&Follow-up task…"));
    m_column->addWidget(m_followUp, 0, Qt::AlignLeading);
    connect(m_followUp, &QPushButton::clicked, this,
            [this] { Q_EMIT followUpRequested(m_row.call.id); });
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(m_row.call.id); });
    connect(m_logNow, &QPushButton::clicked, this,
            [this] { Q_EMIT logNowRequested(m_row.call.id); });
    connect(m_picker, &RecordPicker::chosen, this,
            [this](const RecordId& record) { Q_EMIT assignRequested(m_row.call.id, record); });
    connect(m_picker, &RecordPicker::searchRequested, this, &CallDetails::recordSearchRequested);
}

void CallDetails::buildRecording()
{
    m_recordingHeading = addHeading(tr("Recording"));
    m_play = addButton(u"play"_s, u"play"_s, tr("&Play recording"));
    m_save = addButton(u"saveRecording"_s, u"download"_s, tr("&Save…"));
    m_save->setAccessibleName(tr("Save recording"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    buttons->addWidget(m_play);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    m_column->addLayout(buttons);
    m_recordingProblem = new Notice(this);
    m_recordingProblem->setObjectName(u"recordingProblem"_s);
    m_column->addWidget(m_recordingProblem);
    connect(m_play, &QPushButton::clicked, this, [this] {
        m_recordingProblem->clear();
        Q_EMIT playRecordingRequested(m_row.call.id);
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_recordingProblem->clear();
        Q_EMIT saveRecordingRequested(m_row.call.id);
    });
}

void CallDetails::buildNote()
{
    m_note = new CallNote(this);
    m_column->addSpacing(spacing(2));
    m_column->addWidget(m_note);
    connect(m_note, &CallNote::noteEdited, this, &CallDetails::noteEdited);
    connect(m_note, &CallNote::outcomeChosen, this, &CallDetails::outcomeChosen);
}

void CallDetails::setRow(const HistoryRow& row, const text::NumberLook& look)
{
    const bool isOther = row.call.id != m_row.call.id;
    if (isOther)
        flushNote();
    m_row = row;
    if (isOther)
        m_recordingProblem->clear();
    showHead(look);
    showFacts(look);
    showLog();
    const bool hasRecording = !row.call.recording.isEmpty();
    m_recordingHeading->setVisible(hasRecording);
    m_play->setVisible(hasRecording);
    m_save->setVisible(hasRecording);
    m_note->setRow(row);
}

void CallDetails::setOutcomes(const QStringList& outcomes)
{
    m_note->setOutcomes(outcomes);
}

void CallDetails::showHead(const text::NumberLook& look)
{
    const auto* record = text::recordOf(m_row);
    const QString party = text::rowParty(m_row, look);
    const QString number =
        m_row.call.isWithheld ? QString() : text::shownNumber(m_row.call.remoteNumber, look);
    m_name->setText(text::isolated(party));
    QStringList work;
    if (record)
        for (const QString& part :
             {text::recordKind(record->record.object), text::isolated(record->title, 80),
              text::isolated(record->account, 80)})
            if (!part.isEmpty())
                work.append(part);
    m_work->setText(work.join(u" · "_s));
    m_work->setVisible(!work.isEmpty());
    m_number->setText(text::isolated(number));
    m_number->setVisible(!number.isEmpty() && number != party);
    m_copy->setVisible(!number.isEmpty() && !look.isMasked);
    m_call->setVisible(!number.isEmpty());
    m_open->setVisible(record != nullptr);
    m_complete->setVisible(record && isIncomplete(*record));
    m_add->setVisible(!number.isEmpty() && m_row.matches.isEmpty()
                      && m_row.call.direction != CallDirection::Internal);
}

void CallDetails::addFact(const QString& label, const QString& value)
{
    if (value.isEmpty())
        return;
    auto* name = new QLabel(label, this);
    setTextRole(name, TextRole::Caption);
    name->setFont(textFont(TextRole::Body));
    auto* said = new QLabel(value, this);
    said->setTextFormat(Qt::PlainText);
    said->setWordWrap(true);
    said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->addRow(name, said);
}

void CallDetails::showFacts(const text::NumberLook& look)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const auto& call = m_row.call;
    addFact(tr("Call"), text::rowWay(call, look));
    const bool isByName =
        call.isOver() && !m_row.isDealtWith; // how long it took has a line of its own
    addFact(tr("Result"), isByName ? text::resultName(call.result) : text::rowResult(m_row));
    addFact(tr("Started"), moment(call.startedAt));
    addFact(tr("Rang"), ringing(call));
    if (call.result == CallResult::Answered)
        addFact(tr("Talked"), text::duration(call.talkSeconds));
    if (!call.queue.isEmpty())
        addFact(tr("Dialled"), text::shownNumber(call.did, look));
    addFact(tr("Answered by"), text::isolated(call.answeredBy, 60));
    addFact(tr("Transferred to"), text::isolated(call.transferredTo, 60));
    addFact(tr("Reason"), text::failureReason(call.failure));
    if (!m_note->offersOutcome())
        addFact(tr("Outcome"), text::isolated(m_row.outcome, 80));
    //: Why the record did or did not open
    addFact(tr("Popup"), text::reasonSentence(m_row.why));
}

void CallDetails::showLog()
{
    m_log->tell(toneOf(m_row), text::logSentence(m_row), text::logDetail(m_row));
    m_retry->setVisible(m_row.journal == JournalState::Failed
                        || m_row.journal == JournalState::Queued);
    m_logNow->setVisible(
        (m_row.journal == JournalState::Waiting || m_row.journal == JournalState::None)
        && !m_row.doNotLog && text::recordOf(m_row) != nullptr);
    const bool isFinal =
        m_row.journal == JournalState::Written || m_row.journal == JournalState::Sending;
    const bool isLoggable = m_row.call.direction != CallDirection::Internal && !m_row.doNotLog;
    m_followUp->setVisible(m_row.chosen && m_row.call.direction != CallDirection::Internal);
    m_picker->setVisible(isLoggable && !isFinal);
    m_picker->setMatches(m_row.call.id, m_row.matches, m_row.chosen,
                         m_row.journal == JournalState::NeedsChoice
                             || (m_row.crm == CrmState::Several && !m_row.chosen));
}

void CallDetails::setFoundRecords(const QString& typed, const Result<QList<CrmMatch>>& found)
{
    m_picker->setFound(typed, found);
}

void CallDetails::showRecordingProblem(const QString& sentence)
{
    m_recordingProblem->tell(Notice::Tone::Problem, sentence);
}

void CallDetails::showRecordingSaved(const QString& path)
{
    m_recordingProblem->tell(Notice::Tone::Good,
                             tr("The recording was saved in %1.").arg(text::isolated(path, 300)));
}

void CallDetails::flushNote()
{
    m_note->flush();
}

} // namespace companion
