// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/phonebookmodel.h"

#include <QWidget>

class QListView;
class QScrollArea;
class QSplitter;

namespace companion {

class EmptyHint;
class PersonDetails;
class SearchField;

//! \brief The contacts that Salesforce matched before: search, call, open; read-only until
//! Disconnect.
class PhonebookWindow : public QWidget
{
    Q_OBJECT

public:
    explicit PhonebookWindow(QWidget* parent = nullptr);

    void setEntries(const QList<PhonebookEntry>& entries); //!< the answer to searchRequested()
    void addEntries(const QList<PhonebookEntry>& entries); //!< the answer to moreRequested()
    void setLook(const Settings& settings);

Q_SIGNALS:
    void searchRequested(const QString& typed);
    //! More of all of them; a search is answered whole.
    void moreRequested(int offset);
    void callRequested(const QString& number);
    void openRecordRequested(const companion::RecordId& record);
    void entryEdited(const companion::PhonebookEntry& entry);
    void removeRequested(const companion::RecordId& record);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildList();
    void showCurrent();
    void call();
    void refreshHint();
    [[nodiscard]] const PhonebookEntry* current() const;

    PhonebookModel* m_model;
    SearchField* m_search;
    QSplitter* m_splitter;
    QListView* m_list;
    PersonDetails* m_details;
    QScrollArea* m_detailsArea;
    EmptyHint* m_hint;
};

} // namespace companion
