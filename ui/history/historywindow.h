// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/linkstate.h"
#include "ui/history/historymodel.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QButtonGroup;
class QPushButton;
class QScrollArea;
class QSplitter;

namespace companion {

class CallDetails;
class CallList;
class LinkStrip;
class Notice;
class SearchField;

//! \brief The home window: every call with its result, contact, note, recording and log entry, and
//! what can be done about each. Pages come from moreRequested(); wishes go out as signals.
class HistoryWindow : public QWidget
{
    Q_OBJECT

public:
    enum class Filter { All, Missed, NotLogged };

    explicit HistoryWindow(QWidget* parent = nullptr);
    ~HistoryWindow() override; //!< hands over the note that is being typed

    //! The newest calls. While a filter is set they are asked for by it instead.
    void setRows(const QList<HistoryRow>& rows);
    void addRows(const QList<HistoryRow>& rows); //!< the answer to moreRequested()
    void updateRow(const HistoryRow& row);
    void setLook(const Settings& settings); //!< how numbers are written, or that they are masked
    void setStatus(const PbxStatus& pbx, const CrmStatus& crm);
    void setPending(int count);
    void setOutcomes(const QStringList& outcomes); //!< the org's own call outcomes
    void showFilter(Filter filter);
    //! The answer to recordSearchRequested().
    void setFoundRecords(const QString& typed, const Result<QList<CrmMatch>>& found);
    void showRecordingError(const CallId& call, const Error& error);
    void showRecordingSaved(const CallId& call, const QString& path);
    //! All calls of the present filter, the pages not yet loaded too.
    [[nodiscard]] QList<HistoryRow> collect();
    bool exportTo(const QString& path);

Q_SIGNALS:
    void moreRequested(const companion::HistoryQuery& query);
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
    void saveRecordingRequested(const companion::CallId& call, const QString& path);
    void followUpRequested(const companion::CallId& call);
    void noteEdited(const companion::CallId& call, const QString& note);
    void outcomeChosen(const companion::CallId& call, const QString& outcome);
    void signInRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildBar();
    void buildDetails();
    void connectList();
    void connectDetails();
    void ask();
    void showCurrent();
    void showMenu(const QPoint& at);
    void exportByDialog();
    void saveByDialog(const CallId& call);
    void refreshHint();
    [[nodiscard]] HistoryQuery query() const;
    [[nodiscard]] const HistoryRow* current() const;

    HistoryModel* m_model;
    LinkStrip* m_strip;
    QBoxLayout* m_bar = nullptr; //!< filters and search: beside or below each other
    QButtonGroup* m_filters;
    QPushButton* m_notLogged = nullptr;
    SearchField* m_search;
    QSplitter* m_splitter;
    CallList* m_list;
    CallDetails* m_details;
    QScrollArea* m_detailsArea;
    Notice* m_notice;
    std::optional<QList<HistoryRow>> m_collected; //!< while collect() runs
};

} // namespace companion
