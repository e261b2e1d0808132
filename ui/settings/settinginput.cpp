// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settinginput.h"

#include "ui/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int mostSeconds = 86400; // as checkSetting()
    constexpr auto valueProperty = "settingValue";

    SettingInput::Choices countries()
    {
        SettingInput::Choices found;
        for (int i = QLocale::AnyTerritory + 1; i <= QLocale::LastTerritory; ++i) {
            const auto territory = static_cast<QLocale::Territory>(i);
            const QString code = QLocale::territoryToCode(territory);
            if (code.size() == 2 && code.at(0).isLetter())
                found.append({code, u"%1 (%2)"_s.arg(QLocale::territoryToString(territory), code)});
        }
        std::sort(found.begin(), found.end(), [](const auto& one, const auto& other) {
            return QString::localeAwareCompare(one.second, other.second) < 0;
        });
        return found;
    }

    bool isHotkey(const QString& key)
    {
        return key.endsWith(".hotkey"_L1);
    }

    //! Ticks the items with these values and puts them first, in this order.
    void putFirst(QListWidget& list, const QStringList& values)
    {
        int row = 0;
        for (const auto& value : values)
            for (int i = row; i < list.count(); ++i)
                if (list.item(i)->data(Qt::UserRole).toString() == value) {
                    list.insertItem(row++, list.takeItem(i));
                    break;
                }
        for (int i = 0; i < list.count(); ++i)
            list.item(i)->setCheckState(i < row ? Qt::Checked : Qt::Unchecked);
        list.setCurrentRow(0);
    }

} // namespace

SettingInput::SettingInput(const SettingSpec& spec, const QString& label, const Choices& choices,
                           QWidget* parent)
    : QWidget(parent), m_key(spec.key), m_editor(makeEditor(spec, label, choices))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(2));
    row->addWidget(m_editor, 1);
    m_editor->setObjectName(spec.key);
    setFocusProxy(m_editor);
    if (spec.kind == SettingKind::FilePath) {
        auto* browse = new QPushButton(tr("&Browse…"), this);
        row->addWidget(browse);
        connect(browse, &QPushButton::clicked, this, [this] {
            auto* dialog = new QFileDialog(this, tr("Choose a file"));
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setFileMode(QFileDialog::ExistingFile);
            connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
                qobject_cast<QLineEdit*>(m_editor)->setText(path);
                enter();
            });
            dialog->open();
        });
    }
}

QWidget* SettingInput::makeEditor(const SettingSpec& spec, const QString& label,
                                  const Choices& choices)
{
    if (spec.key == "numbers.region"_L1)
        return makeRegion();
    if (isHotkey(spec.key))
        return makeKeys();
    if (spec.key == "ui.language"_L1)
        return makeChoice({{u"system"_s, tr("As the system")}});
    switch (spec.kind) {
    case SettingKind::Boolean: {
        auto* box = new QCheckBox(label, this);
        connect(box, &QCheckBox::clicked, this, &SettingInput::enter);
        return box;
    }
    case SettingKind::Choice:
        return makeChoice(choices);
    case SettingKind::List:
        return spec.key == "crm.objects"_L1 ? makeOrderedList(choices) : makeChecks(choices);
    case SettingKind::Integer:
        return makeNumber();
    case SettingKind::Text:
    case SettingKind::Ports:
    case SettingKind::DigitRange:
    case SettingKind::Url:
    case SettingKind::FilePath:
        break;
    }
    return makeLine(spec);
}

QWidget* SettingInput::makeChoice(const Choices& choices)
{
    auto* list = new QComboBox(this);
    for (const auto& [value, name] : choices)
        list->addItem(name, value);
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(18);
    // The wheel scrolls the page; it must not change a setting in passing.
    list->setFocusPolicy(Qt::StrongFocus);
    list->installEventFilter(this);
    connect(list, &QComboBox::activated, this, &SettingInput::enter);
    return list;
}

QWidget* SettingInput::makeRegion()
{
    auto* list = qobject_cast<QComboBox*>(makeChoice({}));
    const QString here = QLocale::territoryToCode(QLocale::system().territory());
    list->addItem(here.size() == 2 ? tr("As the system (%1)").arg(here) : tr("As the system"),
                  QString());
    const auto all = countries();
    for (const auto& [code, name] : all)
        list->addItem(name, code);
    return list;
}

QWidget* SettingInput::makeChecks(const Choices& choices)
{
    auto* group = new QWidget(this);
    auto* column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1));
    for (const auto& [value, name] : choices) {
        auto* box = new QCheckBox(name, group);
        box->setProperty(valueProperty, value);
        box->setObjectName(m_key + u'.' + value);
        column->addWidget(box);
        connect(box, &QCheckBox::clicked, this, &SettingInput::enter);
        if (!group->focusProxy())
            group->setFocusProxy(box);
    }
    return group;
}

QWidget* SettingInput::makeOrderedList(const Choices& choices)
{
    auto* list = new QListWidget(this);
    list->setDragDropMode(QAbstractItemView::InternalMove);
    list->setDefaultDropAction(Qt::MoveAction);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setUniformItemSizes(true);
    for (const auto& [value, name] : choices) {
        auto* item = new QListWidgetItem(name, list);
        item->setData(Qt::UserRole, value);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                       | Qt::ItemIsDragEnabled);
        item->setCheckState(Qt::Unchecked);
        item->setSizeHint({0, spacing(7)});
    }
    list->setCurrentRow(0);
    list->setFixedHeight(int(choices.size()) * spacing(7) + 2 * list->frameWidth() + 2);
    list->installEventFilter(this);
    connect(list, &QListWidget::itemChanged, this, &SettingInput::enter);
    connect(list->model(), &QAbstractItemModel::rowsMoved, this, &SettingInput::enter);
    return list;
}

QWidget* SettingInput::makeNumber()
{
    auto* box = new QSpinBox(this);
    box->setRange(0, mostSeconds);
    //: Seconds, behind a number.
    box->setSuffix(tr(" s"));
    box->setFocusPolicy(Qt::StrongFocus);
    box->setKeyboardTracking(false);
    box->installEventFilter(this);
    connect(box, &QSpinBox::valueChanged, this, &SettingInput::enter);
    return box;
}

QWidget* SettingInput::makeKeys()
{
    // Qt's own translations need not be installed.
    static constexpr auto inField = QT_TRANSLATE_NOOP("QKeySequenceEdit", "Press shortcut");
    Q_UNUSED(inField)
    auto* keys = new QKeySequenceEdit(this);
    keys->setClearButtonEnabled(true);
    connect(keys, &QKeySequenceEdit::editingFinished, this, [this, keys] {
        if (keys->keySequence().count() > 1) // one combination, not a series
            keys->setKeySequence(QKeySequence(keys->keySequence()[0]));
        enter();
    });
    connect(keys, &QKeySequenceEdit::keySequenceChanged, this,
            [this](const QKeySequence& sequence) {
                if (sequence.isEmpty())
                    enter();
            });
    return keys;
}

QWidget* SettingInput::makeLine(const SettingSpec& spec)
{
    auto* line = new QLineEdit(this);
    line->setMaxLength(2000);
    if (spec.kind == SettingKind::Url || spec.kind == SettingKind::Ports)
        line->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    connect(line, &QLineEdit::textEdited, this, &SettingInput::typing);
    connect(line, &QLineEdit::editingFinished, this, &SettingInput::enter);
    return line;
}

QString SettingInput::value() const
{
    if (const auto* box = qobject_cast<const QCheckBox*>(m_editor))
        return box->isChecked() ? u"true"_s : u"false"_s;
    if (const auto* list = qobject_cast<const QComboBox*>(m_editor))
        return list->currentData().toString();
    if (const auto* line = qobject_cast<const QLineEdit*>(m_editor))
        return line->text();
    if (const auto* number = qobject_cast<const QSpinBox*>(m_editor))
        return QString::number(number->value());
    if (const auto* keys = qobject_cast<const QKeySequenceEdit*>(m_editor))
        return keys->keySequence().toString(QKeySequence::PortableText);
    QStringList chosen;
    if (const auto* list = qobject_cast<const QListWidget*>(m_editor)) {
        for (int i = 0; i < list->count(); ++i)
            if (list->item(i)->checkState() == Qt::Checked)
                chosen.append(list->item(i)->data(Qt::UserRole).toString());
    } else {
        const auto boxes = m_editor->findChildren<QCheckBox*>();
        for (const auto* box : boxes)
            if (box->isChecked())
                chosen.append(box->property(valueProperty).toString());
    }
    return chosen.join(u',');
}

void SettingInput::setValue(const QString& value)
{
    m_shown = value;
    if (value == this->value())
        return;
    const QSignalBlocker quiet(m_editor);
    if (auto* box = qobject_cast<QCheckBox*>(m_editor)) {
        box->setChecked(value == "true"_L1);
    } else if (auto* choice = qobject_cast<QComboBox*>(m_editor)) {
        if (choice->findData(value) < 0)
            choice->addItem(value, value);
        choice->setCurrentIndex(choice->findData(value));
    } else if (auto* line = qobject_cast<QLineEdit*>(m_editor)) {
        line->setText(value);
    } else if (auto* number = qobject_cast<QSpinBox*>(m_editor)) {
        number->setValue(value.toInt());
    } else if (auto* keys = qobject_cast<QKeySequenceEdit*>(m_editor)) {
        keys->setKeySequence(QKeySequence::fromString(value, QKeySequence::PortableText));
    } else if (auto* list = qobject_cast<QListWidget*>(m_editor)) {
        putFirst(*list, value.split(u',', Qt::SkipEmptyParts));
    } else {
        const auto chosen = value.split(u',');
        const auto boxes = m_editor->findChildren<QCheckBox*>();
        for (auto* one : boxes)
            one->setChecked(chosen.contains(one->property(valueProperty).toString()));
    }
}

void SettingInput::setChoices(const Choices& choices)
{
    auto* list = qobject_cast<QComboBox*>(m_editor);
    if (!list)
        return;
    const QString now = value();
    list->clear();
    for (const auto& [value, name] : choices)
        list->addItem(name, value);
    setValue(now);
}

bool SettingInput::isBeingEdited() const
{
    return m_editor->hasFocus() && value() != m_shown;
}

void SettingInput::commit()
{
    if (qobject_cast<QLineEdit*>(m_editor) || qobject_cast<QSpinBox*>(m_editor))
        enter();
}

void SettingInput::enter()
{
    const QString now = value();
    if (now == m_shown)
        return;
    m_shown = now;
    Q_EMIT entered(now);
}

void SettingInput::moveCurrent(QListWidget* list, int rows)
{
    const int from = list->currentRow();
    const int to = from + rows;
    if (from < 0 || to < 0 || to >= list->count())
        return;
    list->insertItem(to, list->takeItem(from));
    list->setCurrentRow(to);
    enter();
}

bool SettingInput::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel && !m_editor->hasFocus()) {
        event->ignore(); // let the page scroll
        return true;
    }
    auto* list = qobject_cast<QListWidget*>(watched);
    if (list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isMove = key->modifiers().testFlag(Qt::AltModifier)
            && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        if (isMove) {
            moveCurrent(list, key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace companion
