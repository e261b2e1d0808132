// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/historymodel.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace companion {

class CallNote;
class ElidedLabel;
class Notice;
class RecordPicker;

//! \brief Everything known of the call chosen in the history, and all that can be done with it.
class CallDetails : public QWidget
{
    Q_OBJECT

public:
    explicit CallDetails(QWidget* parent = nullptr);

    //! Another call, or the same one changed; a note being typed is not disturbed.
    void setRow(const HistoryRow& row, const text::NumberLook& look);
    void setOutcomes(const QStringList& outcomes);
    void flushNote(); //!< before another call is shown
    [[nodiscard]] const HistoryRow& row() const { return m_row; }
    void setFoundRecords(const QString& typed, const Result<QList<CrmMatch>>& found);
    void showRecordingProblem(const QString& sentence);
    void showRecordingSaved(const QString& path);

Q_SIGNALS:
    void callBackRequested(const QString& number);
    void openRecordRequested(const companion::RecordId& record);
    void completeRequested(const companion::RecordId& record);
    void addContactRequested(const companion::CallId& call, const QString& number);
    void assignRequested(const companion::CallId& call, const companion::RecordId& record);
    void recordSearchRequested(const QString& typed);
    void retryRequested(const companion::CallId& call);
    void logNowRequested(const companion::CallId& call);
    void copyRequested(const QString& number);
    void playRecordingRequested(const companion::CallId& call);
    void saveRecordingRequested(const companion::CallId& call);
    void followUpRequested(const companion::CallId& call);
    void noteEdited(const companion::CallId& call, const QString& note);
    void outcomeChosen(const companion::CallId& call, const QString& outcome);

private:
    QPushButton* addButton(const QString& name, const QString& iconName, const QString& label);
    QLabel* addHeading(const QString& title);
    void buildHead();
    void buildLog();
    void buildRecording();
    void buildNote();
    void showHead(const text::NumberLook& look);
    void showFacts(const text::NumberLook& look);
    void showLog();
    void addFact(const QString& label, const QString& value);

    HistoryRow m_row;
    QVBoxLayout* m_column;
    ElidedLabel* m_name;
    ElidedLabel* m_work;
    ElidedLabel* m_number;
    QPushButton* m_copy;
    QPushButton* m_call;
    QPushButton* m_open;
    QPushButton* m_add;
    QPushButton* m_complete;
    QFormLayout* m_facts;
    Notice* m_log = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_logNow = nullptr;
    QPushButton* m_followUp = nullptr;
    RecordPicker* m_picker = nullptr;
    QLabel* m_recordingHeading = nullptr;
    QPushButton* m_play = nullptr;
    QPushButton* m_save = nullptr;
    Notice* m_recordingProblem = nullptr;
    CallNote* m_note = nullptr;
};

} // namespace companion
