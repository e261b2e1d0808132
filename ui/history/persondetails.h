// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/historytext.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace companion {

class ElidedLabel;
class Field;
class Notice;

//! \brief The person chosen in the phonebook: numbers to call, the record, and, after Disconnect,
//! what may be edited.
class PersonDetails : public QWidget
{
    Q_OBJECT

public:
    explicit PersonDetails(QWidget* parent = nullptr);

    void setEntry(const PhonebookEntry& entry, const text::NumberLook& look);

Q_SIGNALS:
    void callRequested(const QString& number);
    void openRecordRequested(const companion::RecordId& record);
    void entryEdited(const companion::PhonebookEntry& entry);
    void removeRequested(const companion::RecordId& record);

private:
    void buildEditor();
    void showNumbers(const text::NumberLook& look);
    void edit();
    void keep();
    void showEditor(bool isShown);

    PhonebookEntry m_entry;
    QWidget* m_view;
    ElidedLabel* m_name;
    ElidedLabel* m_work;
    QLabel* m_more;
    Notice* m_warning;
    QVBoxLayout* m_numbers;
    QPushButton* m_open;
    QPushButton* m_edit;
    QPushButton* m_remove;
    Notice* m_source;
    QWidget* m_editor;
    QLineEdit* m_editName = nullptr;
    QLineEdit* m_editAccount = nullptr;
    QPlainTextEdit* m_editNumbers = nullptr;
    Field* m_nameField = nullptr;
};

} // namespace companion
