<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>AdForm</name>
    <message>
        <source>Advertisement</source>
        <translation>Реклама</translation>
    </message>
    <message>
        <source>Other artwork</source>
        <translation>Другой макет</translation>
    </message>
    <message>
        <source>Page {pages}</source>
        <translation>Страница {pages}</translation>
    </message>
    <message>
        <source>In the pool: not printed</source>
        <translation>В запасе: не печатается</translation>
    </message>
    <message>
        <source>{width} × {height} mm</source>
        <translation>{width} × {height} мм</translation>
    </message>
    <message>
        <source>Full page</source>
        <translation>Целая полоса</translation>
    </message>
    <message>
        <source>Half page</source>
        <translation>Полполосы</translation>
    </message>
    <message>
        <source>Half page, upright</source>
        <translation>Полполосы, вертикально</translation>
    </message>
    <message>
        <source>Third of a page</source>
        <translation>Треть полосы</translation>
    </message>
    <message>
        <source>Quarter of a page</source>
        <translation>Четверть полосы</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Разворот</translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation>Рекламодатель</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Artwork&apos;s page</source>
        <translation>Страница макета</translation>
    </message>
    <message>
        <source>Bleed in an image, mm</source>
        <translation>Вылет в изображении, мм</translation>
    </message>
    <message>
        <source>Description (alt)</source>
        <translation>Описание (alt)</translation>
    </message>
    <message>
        <source>What it shows and says</source>
        <translation>Что на ней показано и сказано</translation>
    </message>
    <message>
        <source>Either</source>
        <translation>Любая</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Левая</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Правая</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Где угодно</translation>
    </message>
    <message>
        <source>Back cover</source>
        <translation>Четвёртая сторона обложки</translation>
    </message>
    <message>
        <source>Inside front</source>
        <translation>Вторая сторона обложки</translation>
    </message>
    <message>
        <source>Inside back</source>
        <translation>Третья сторона обложки</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Сторона</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Положение</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Закреплена</translation>
    </message>
    <message>
        <source>It may not be moved from its place in the outline</source>
        <translation>Её нельзя сдвинуть с места в плане номера</translation>
    </message>
    <message>
        <source>Convert colours</source>
        <translation>Преобразовать цвета</translation>
    </message>
    <message>
        <source>Unfit colours may be converted</source>
        <translation>Непригодные цвета можно преобразовать</translation>
    </message>
    <message>
        <source>Not facing</source>
        <translation>Не рядом с</translation>
    </message>
</context>
<context>
    <name>Alternatives</name>
    <message>
        <source>Let the planner choose</source>
        <translation>Пусть выбирает планировщик</translation>
    </message>
    <message>
        <source>Takes the pins of template and pages away</source>
        <translation>Снимает закрепление шаблона и числа страниц</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>как есть</translation>
    </message>
    <message>
        <source>{template}, {pages}, {price}</source>
        <translation>{template}, {pages}, {price}</translation>
    </message>
    <message>
        <source>Click to pin the article to it</source>
        <translation>Щелчок закрепит статью за этим вариантом</translation>
    </message>
    <message>
        <source>Preview: {what}</source>
        <translation>Проба: {what}</translation>
    </message>
</context>
<context>
    <name>ArticleForm</name>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>Править текст</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Фотографии</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>A line break is kept</source>
        <translation>Перенос строки сохраняется</translation>
    </message>
    <message>
        <source>Title in the contents</source>
        <translation>Заголовок в содержании</translation>
    </message>
    <message>
        <source>as the title</source>
        <translation>как заголовок</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>Рубрика над заголовком</translation>
    </message>
    <message>
        <source>Standfirst</source>
        <translation>Вводка</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>Подпись автора</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Отредактирована</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Утверждена</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>the issue&apos;s</source>
        <translation>как у номера</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>авто</translation>
    </message>
    <message>
        <source>List in the contents</source>
        <translation>Включить в содержание</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Заключительные слова</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Портрет</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
</context>
<context>
    <name>Asides</name>
    <message>
        <source>Every article is pinned already</source>
        <translation>Все статьи уже закреплены</translation>
    </message>
    <message numerus="yes">
        <source>The plan is kept: %n article(s) pinned</source>
        <translation>
            <numerusform>План закреплён: %n статья</numerusform>
            <numerusform>План закреплён: %n статьи</numerusform>
            <numerusform>План закреплён: %n статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The planner chooses again for %n article(s)</source>
        <translation>
            <numerusform>Планировщик снова выбирает для %n статьи</numerusform>
            <numerusform>Планировщик снова выбирает для %n статей</numerusform>
            <numerusform>Планировщик снова выбирает для %n статей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Another File …</source>
        <translation>Другой файл…</translation>
    </message>
</context>
<context>
    <name>ConflictChoice</name>
    <message>
        <source>Changed in Two Places</source>
        <translation>Изменено в двух местах</translation>
    </message>
    <message>
        <source>Another program deleted this file, which was changed here. Red lines would be lost.</source>
        <translation>Другая программа удалила этот файл, а здесь он был изменён. Красные строки были бы потеряны.</translation>
    </message>
    <message>
        <source>Another program changed this file, and so did you. Red lines stand only here, green ones only outside. Whichever you keep, the other can be had back: what is taken from outside is a step that can be undone.</source>
        <translation>Этот файл изменили и другая программа, и вы. Красные строки есть только здесь, зелёные — только снаружи. Что бы вы ни оставили, другое можно вернуть: взятое снаружи — шаг, который можно отменить.</translation>
    </message>
    <message>
        <source>Difference between here and outside</source>
        <translation>Различия между здешним и внешним</translation>
    </message>
    <message>
        <source>Keep &amp;Mine</source>
        <translation>Оставить &amp;моё</translation>
    </message>
    <message>
        <source>Take &amp;Theirs</source>
        <translation>Взять &amp;чужое</translation>
    </message>
    <message>
        <source>Decide &amp;Later</source>
        <translation>Решить &amp;позже</translation>
    </message>
    <message>
        <source>Saving writes over what is outside now</source>
        <translation>Сохранение перезапишет то, что снаружи</translation>
    </message>
    <message>
        <source>What is here is replaced, as a step that can be undone</source>
        <translation>Здешнее заменяется; этот шаг можно отменить</translation>
    </message>
</context>
<context>
    <name>ContentsForm</name>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Titles and pages are computed. An article&apos;s fields say whether it is listed.</source>
        <translation>Заголовки и страницы вычисляются. Включать ли статью, говорят её поля.</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Фотография</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>Opening {name} …</source>
        <translation>Открывается {name}…</translation>
    </message>
    <message>
        <source>Not changed: {reason}</source>
        <translation>Не изменено: {reason}</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Отменено: {step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>Повторено: {step}</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Сохранение…</translation>
    </message>
    <message numerus="yes">
        <source>Bringing in %n file(s) …</source>
        <translation>
            <numerusform>Добавляется %n файл…</numerusform>
            <numerusform>Добавляются %n файла…</numerusform>
            <numerusform>Добавляются %n файлов…</numerusform>
        </translation>
    </message>
    <message>
        <source>Laying out the pages …</source>
        <translation>Вёрстка страниц…</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n file(s) written</source>
        <translation>
            <numerusform>Сохранено: записан %n файл</numerusform>
            <numerusform>Сохранено: записаны %n файла</numerusform>
            <numerusform>Сохранено: записано %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: {reason}</source>
        <translation>Не сохранено: {reason}</translation>
    </message>
</context>
<context>
    <name>CoverForm</name>
    <message>
        <source>Cover</source>
        <translation>Обложка</translation>
    </message>
    <message>
        <source>Publication and period</source>
        <translation>Название издания и период</translation>
    </message>
</context>
<context>
    <name>CropEditor</name>
    <message>
        <source>Crop and focus</source>
        <translation>Кадр и фокус</translation>
    </message>
    <message>
        <source>Arrow keys move the focus point, with Shift the crop, with Control the crop&apos;s lower right corner</source>
        <translation>Стрелки двигают точку фокуса, с Shift — кадр, с Control — правый нижний угол кадра</translation>
    </message>
    <message>
        <source>The picture is missing</source>
        <translation>Изображения нет</translation>
    </message>
</context>
<context>
    <name>Diagnostic</name>
    <message>
        <source>advertisement {ad} is {drawn} mm large in the middle of its place of {place} mm, which has another shape</source>
        <translation>реклама {ad} размером {drawn} мм стоит посередине места {place} мм, у которого другие пропорции</translation>
    </message>
    <message>
        <source>advertisement {ad} is, as wide as its place, {drawn} mm large, and is cut to {place} mm</source>
        <translation>реклама {ad} при ширине места имеет размер {drawn} мм и обрезана до {place} мм</translation>
    </message>
    <message>
        <source>send it in {booked} mm, {bleed:g} mm of bleed on every side included</source>
        <translation>пришлите в размер {booked} мм, включая вылеты {bleed:g} мм со всех сторон</translation>
    </message>
    <message>
        <source>send it in {booked} mm, without bleed</source>
        <translation>пришлите в размер {booked} мм, без вылетов</translation>
    </message>
    <message>
        <source>as wide as its place it is {drawn} mm, and {booked} mm are booked</source>
        <translation>при ширине места его размер {drawn} мм, а заказано {booked} мм</translation>
    </message>
    <message>
        <source>at the size of its place it has {ppi} pixels per inch, {limit} are needed</source>
        <translation>в размер места его разрешение {ppi} ppi, а нужно {limit}</translation>
    </message>
    <message>
        <source>this pull quote is too long to stand apart and is left out</source>
        <translation>врезка-цитата слишком длинна, чтобы стоять отдельно, и пропущена</translation>
    </message>
    <message>
        <source>shorten it to a sentence or two</source>
        <translation>сократите её до одной-двух фраз</translation>
    </message>
    <message>
        <source>the theme {theme} has no template {wish!r}</source>
        <translation>в теме {theme} нет шаблона «{wish}»</translation>
    </message>
    <message>
        <source>use auto, a family ({families}) or one of its variants</source>
        <translation>напишите auto, семейство ({families}) или один из его вариантов</translation>
    </message>
    <message>
        <source>no font has the character {character!r} (U+{code:04X})</source>
        <translation>ни в одном шрифте нет знака «{character}» (U+{code:04X})</translation>
    </message>
    <message>
        <source>write it in another way, or put a font that has it into the theme</source>
        <translation>напишите иначе или добавьте в тему шрифт, где он есть</translation>
    </message>
    <message>
        <source>place it in the outline</source>
        <translation>поставьте в план номера</translation>
    </message>
    <message>
        <source>photo {photo} has no item: the n-th `##` item owns the n-th photo, and there are {items}</source>
        <translation>у фотографии {photo} нет заметки: n-я фотография принадлежит n-й заметке `##`, а их {items}</translation>
    </message>
    <message>
        <source>there is no articles/{name}.md</source>
        <translation>нет файла articles/{name}.md</translation>
    </message>
    <message>
        <source>the cover announces `{article}`, which no outline entry names</source>
        <translation>обложка анонсирует `{article}`, а в плане номера её нет</translation>
    </message>
    <message>
        <source>place the article, or take the line away</source>
        <translation>поставьте статью в план или уберите строку</translation>
    </message>
    <message>
        <source>add the item, or take the photo away</source>
        <translation>добавьте заметку или уберите фотографию</translation>
    </message>
    <message>
        <source>the article `{article}` is there twice; the first is {first}</source>
        <translation>статья `{article}` стоит дважды; первый раз {first}</translation>
    </message>
    <message>
        <source>`{article}` is in no outline entry, and not printed</source>
        <translation>`{article}` нет в плане номера, статья не печатается</translation>
    </message>
    <message>
        <source>the advertisement `{ad}` is in no outline entry, and not printed</source>
        <translation>рекламы `{ad}` нет в плане номера, она не печатается</translation>
    </message>
    <message>
        <source>the section `{name}` has no items, and is not printed</source>
        <translation>раздел `{name}` пуст и не печатается</translation>
    </message>
    <message>
        <source>`photo:{number}` is pinned twice</source>
        <translation>`photo:{number}` закреплена дважды</translation>
    </message>
    <message>
        <source>photo:{number} needs an entry under `photos:`</source>
        <translation>внесите photo:{number} в `photos:`</translation>
    </message>
    <message>
        <source>a second `contents`</source>
        <translation>второе `contents`</translation>
    </message>
    <message>
        <source>book it: `ads: {{{ad}: {{file: …}}}}`</source>
        <translation>внесите её: `ads: {{{ad}: {{file: …}}}}`</translation>
    </message>
    <message>
        <source>a section without a name</source>
        <translation>раздел без названия</translation>
    </message>
    <message>
        <source>write `section: its name`</source>
        <translation>напишите `section: название`</translation>
    </message>
    <message>
        <source>there is no advertisement `{ad}` under `ads:`</source>
        <translation>в `ads:` нет рекламы `{ad}`</translation>
    </message>
    <message>
        <source>an article stands in the outline once</source>
        <translation>оставьте статью в плане один раз</translation>
    </message>
    <message>
        <source>a second section `{name}`</source>
        <translation>второй раздел `{name}`</translation>
    </message>
    <message>
        <source>give it another name, or join them</source>
        <translation>назовите его иначе или объедините</translation>
    </message>
    <message>
        <source>write [left, top, right, bottom], each smaller than its opposite</source>
        <translation>напишите [слева, сверху, справа, снизу]: левое меньше правого, верхнее — нижнего</translation>
    </message>
    <message>
        <source>move `focus` into `crop`, or widen `crop`</source>
        <translation>перенесите `focus` внутрь `crop` или расширьте `crop`</translation>
    </message>
    <message>
        <source>a cover line is `article: id` or a text</source>
        <translation>строка обложки — это `article: id` или текст</translation>
    </message>
    <message>
        <source>`{words}` stands alone; only `contents` does, outside sections</source>
        <translation>`{words}` стоит само по себе; так может только `contents`, вне разделов</translation>
    </message>
    <message>
        <source>`{key}` goes from 0 to 1: it is a part of the picture&apos;s width and height</source>
        <translation>`{key}` бывает от 0 до 1: это доля ширины и высоты изображения</translation>
    </message>
    <message>
        <source>write `article: {words}`</source>
        <translation>напишите `article: {words}`</translation>
    </message>
    <message>
        <source>an entry is empty or a list</source>
        <translation>пункт пуст или список</translation>
    </message>
    <message>
        <source>write {kinds}</source>
        <translation>напишите {kinds}</translation>
    </message>
    <message>
        <source>`{word}` is no entry of an outline</source>
        <translation>`{word}` не бывает в плане номера</translation>
    </message>
    <message>
        <source>`{kind}:` cannot stand inside a section</source>
        <translation>`{kind}:` не может стоять внутри раздела</translation>
    </message>
    <message>
        <source>move it out; here stands {kinds}</source>
        <translation>вынесите; здесь стоит {kinds}</translation>
    </message>
    <message>
        <source>`crop` keeps nothing of the picture</source>
        <translation>`crop` не оставляет от изображения ничего</translation>
    </message>
    <message>
        <source>`focus` stands outside `crop`</source>
        <translation>`focus` стоит вне `crop`</translation>
    </message>
    <message>
        <source>`shape` cannot be `{shape}`</source>
        <translation>`shape` не может быть `{shape}`</translation>
    </message>
    <message>
        <source>write auto, original or a ratio such as 3:2</source>
        <translation>напишите auto, original или соотношение, например 3:2</translation>
    </message>
    <message>
        <source>`shape` {shape} is no picture&apos;s shape</source>
        <translation>`shape` {shape}: таких изображений не бывает</translation>
    </message>
    <message>
        <source>a cover line is empty</source>
        <translation>строка обложки пуста</translation>
    </message>
    <message>
        <source>write `contents: {photo: …}`</source>
        <translation>напишите `contents: {photo: …}`</translation>
    </message>
    <message>
        <source>`{key}` stands beside `contents`</source>
        <translation>`{key}` стоит рядом с `contents`</translation>
    </message>
    <message>
        <source>write 0.5 for the middle</source>
        <translation>для середины напишите 0.5</translation>
    </message>
    <message>
        <source>there is a file of this name</source>
        <translation>файл с таким именем уже есть</translation>
    </message>
    <message>
        <source>name a new folder</source>
        <translation>назовите новую папку</translation>
    </message>
    <message>
        <source>the folder is not empty: there is {file}</source>
        <translation>папка не пуста: в ней {file}</translation>
    </message>
    <message>
        <source>`{theme}` is no theme&apos;s name</source>
        <translation>`{theme}` — не имя темы</translation>
    </message>
    <message>
        <source>a name has letters, digits, - and _</source>
        <translation>в имени бывают латинские буквы, цифры, - и _</translation>
    </message>
    <message>
        <source>`{language}` is no language tag</source>
        <translation>`{language}` — не код языка</translation>
    </message>
    <message>
        <source>write a BCP 47 tag: en, ru, kk, pt-BR</source>
        <translation>напишите код BCP 47: en, ru, kk, pt-BR</translation>
    </message>
    <message>
        <source>start the file with a line `---`, `title: …` and a second `---`</source>
        <translation>начните файл строкой `---`, затем `title: …` и вторая `---`</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>файл пуст</translation>
    </message>
    <message>
        <source>the front matter is missing</source>
        <translation>в начале файла нет полей статьи</translation>
    </message>
    <message>
        <source>end it with a line of its own, `---`, before the text</source>
        <translation>закройте поля отдельной строкой `---` перед текстом</translation>
    </message>
    <message>
        <source>the front matter has no end</source>
        <translation>поля статьи не закрыты</translation>
    </message>
    <message>
        <source>it is a file</source>
        <translation>это файл</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>такой папки нет</translation>
    </message>
    <message>
        <source>start one with `digest-studio new {folder}`</source>
        <translation>создайте номер: `digest-studio new {folder}`</translation>
    </message>
    <message>
        <source>the folder {place} is a link that leads out of the issue&apos;s folder</source>
        <translation>папка {place} — ссылка, которая ведёт за пределы папки номера</translation>
    </message>
    <message>
        <source>there are {count:,} files</source>
        <translation>файлов {count:,}</translation>
    </message>
    <message>
        <source>rename it: letters, digits, - and _</source>
        <translation>переименуйте: латинские буквы, цифры, - и _</translation>
    </message>
    <message>
        <source>the file&apos;s name is no id, so the article is not read</source>
        <translation>имя файла не годится для статьи, она не прочитана</translation>
    </message>
    <message>
        <source>the front matter is empty</source>
        <translation>поля статьи пусты</translation>
    </message>
    <message>
        <source>write at least `title: …`</source>
        <translation>напишите хотя бы `title: …`</translation>
    </message>
    <message>
        <source>name the folder that has issue.yaml in it</source>
        <translation>укажите папку, в которой лежит issue.yaml</translation>
    </message>
    <message>
        <source>there is no issue.yaml in this folder</source>
        <translation>в этой папке нет issue.yaml</translation>
    </message>
    <message>
        <source>the file&apos;s name is no language tag</source>
        <translation>имя файла — не код языка</translation>
    </message>
    <message>
        <source>name it after its language: en.txt, ru.txt</source>
        <translation>назовите его по языку: en.txt, ru.txt</translation>
    </message>
    <message>
        <source>write one word a line with its hyphens: pro-ject; a # starts a remark</source>
        <translation>пишите по слову в строке с переносами: пе-ре-нос; с # начинается пояснение</translation>
    </message>
    <message>
        <source>copy its files into the folder</source>
        <translation>скопируйте файлы в папку</translation>
    </message>
    <message>
        <source>an issue has at most {most:,}</source>
        <translation>в номере не больше {most:,}</translation>
    </message>
    <message>
        <source>write `format: 1`, `publication: …` and so on</source>
        <translation>напишите `format: 1`, `publication: …` и так далее</translation>
    </message>
    <message>
        <source>`{word}` is no word</source>
        <translation>`{word}` — не слово</translation>
    </message>
    <message>
        <source>the folder has format {number}; this version of Digest Studio reads format {format}</source>
        <translation>у папки формат {number}; эта версия Digest Studio читает формат {format}</translation>
    </message>
    <message>
        <source>`{key}` is {value}</source>
        <translation>у `{key}` значение {value}</translation>
    </message>
    <message>
        <source>write the number of a page of the PDF; a spread may have two, [1, 2]</source>
        <translation>напишите номер страницы PDF; у разворота их может быть две: [1, 2]</translation>
    </message>
    <message>
        <source>`bleed` is {bleed:g} mm</source>
        <translation>у `bleed` значение {bleed:g} мм</translation>
    </message>
    <message>
        <source>this is no issue: keys are missing</source>
        <translation>это не номер: нет ключей</translation>
    </message>
    <message>
        <source>open it with a newer version of Digest Studio</source>
        <translation>откройте в более новой версии Digest Studio</translation>
    </message>
    <message>
        <source>`format` is missing</source>
        <translation>нет ключа `format`</translation>
    </message>
    <message>
        <source>add `format: {format}` as the first line</source>
        <translation>добавьте первой строкой `format: {format}`</translation>
    </message>
    <message>
        <source>`format` is no number that was ever given</source>
        <translation>такого номера `format` не бывало</translation>
    </message>
    <message>
        <source>write `format: {format}`</source>
        <translation>напишите `format: {format}`</translation>
    </message>
    <message>
        <source>there is no advertisement `{ad}`</source>
        <translation>нет рекламы `{ad}`</translation>
    </message>
    <message>
        <source>`title` is empty</source>
        <translation>`title` пуст</translation>
    </message>
    <message>
        <source>write the article&apos;s title</source>
        <translation>напишите заголовок статьи</translation>
    </message>
    <message>
        <source>write a number from 1 to {most}</source>
        <translation>напишите число от 1 до {most}</translation>
    </message>
    <message>
        <source>`{tag}` is no language tag</source>
        <translation>`{tag}` — не код языка</translation>
    </message>
    <message>
        <source>`{ad}` is no advertisement&apos;s id</source>
        <translation>`{ad}` не годится для рекламы</translation>
    </message>
    <message>
        <source>use letters, digits, - and _</source>
        <translation>возьмите латинские буквы, цифры, - и _</translation>
    </message>
    <message>
        <source>`page` does not suit the size {size}</source>
        <translation>`page` не подходит к размеру {size}</translation>
    </message>
    <message>
        <source>write millimetres from 0 to {most:g}</source>
        <translation>напишите миллиметры от 0 до {most:g}</translation>
    </message>
    <message>
        <source>`{key}` is empty</source>
        <translation>`{key}` пуст</translation>
    </message>
    <message>
        <source>write what the cover prints</source>
        <translation>напишите то, что печатает обложка</translation>
    </message>
    <message>
        <source>read the folder again, or save under another name</source>
        <translation>прочитайте папку заново или сохраните под другим именем</translation>
    </message>
    <message>
        <source>the file was changed by another program since it was read; nothing was saved</source>
        <translation>файл изменила другая программа уже после чтения; ничего не сохранено</translation>
    </message>
    <message>
        <source>the file was made by another program since it was read; nothing was saved</source>
        <translation>файл создала другая программа уже после чтения; ничего не сохранено</translation>
    </message>
    <message>
        <source>the photographs take {after} MB instead of {before} MB</source>
        <translation>фотографии занимают {after} МБ вместо {before} МБ</translation>
    </message>
    <message>
        <source>{article}: its last page is {percent} % full with photographs as high as they may be</source>
        <translation>{article}: последняя полоса заполнена на {percent} %, хотя фотографии уже наибольшие</translation>
    </message>
    <message>
        <source>the divider of {section} has no room for {count} of its articles; the contents lists them</source>
        <translation>на шмуцтитуле раздела {section} не поместились статьи: {count}; в содержании они есть</translation>
    </message>
    <message>
        <source>divide the section, or give its articles shorter titles for the contents</source>
        <translation>разделите раздел или сократите заголовки статей для содержания</translation>
    </message>
    <message>
        <source>advertisement {ad} faces {other} on pages {left} and {right}</source>
        <translation>реклама {ad} стоит против {other} на страницах {left} и {right}</translation>
    </message>
    <message>
        <source>move one of them to another place in the outline</source>
        <translation>переставьте одну из них в плане номера</translation>
    </message>
    <message>
        <source>before {other}</source>
        <translation>перед {other}</translation>
    </message>
    <message>
        <source>so that {other} starts on a right-hand page</source>
        <translation>чтобы {other} начиналась справа</translation>
    </message>
    <message>
        <source>so that {other} starts on a left-hand page</source>
        <translation>чтобы {other} начиналась слева</translation>
    </message>
    <message>
        <source>advertisement {ad} cannot stand {where}: {why}</source>
        <translation>реклама {ad} не может стоять на своём месте ({where}): {why}</translation>
    </message>
    <message>
        <source>after {other}</source>
        <translation>после {other}</translation>
    </message>
    <message>
        <source>to stand on a right-hand page</source>
        <translation>чтобы встать на правую полосу</translation>
    </message>
    <message>
        <source>to stand on a left-hand page</source>
        <translation>чтобы встать на левую полосу</translation>
    </message>
    <message>
        <source>set position: any</source>
        <translation>поставьте position: any</translation>
    </message>
    <message>
        <source>page {page}: advertisement {ad} moved {where} {why}</source>
        <translation>страница {page}: реклама {ad} переставлена {where}, {why}</translation>
    </message>
    <message>
        <source>page {page}: left blank so that {other} opens on facing pages</source>
        <translation>страница {page}: оставлена пустой, чтобы {other} открывалась разворотом</translation>
    </message>
    <message>
        <source>advertisement {ad}</source>
        <translation>реклама {ad}</translation>
    </message>
    <message>
        <source>the divider of {section}</source>
        <translation>шмуцтитул раздела {section}</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>обложка</translation>
    </message>
    <message>
        <source>page 2: advertisement {ad} inside the front cover</source>
        <translation>страница 2: реклама {ad} на второй стороне обложки</translation>
    </message>
    <message>
        <source>page {first} is left blank to make {count} pages, a multiple of {multiple}</source>
        <translation>страница {first} оставлена пустой, чтобы страниц стало {count}, кратно {multiple}</translation>
    </message>
    <message>
        <source>pages {first} to {last} are left blank to make {count} pages, a multiple of {multiple}</source>
        <translation>страницы {first}–{last} оставлены пустыми, чтобы страниц стало {count}, кратно {multiple}</translation>
    </message>
    <message>
        <source>{what} asks for a right-hand page and stands on page {page}</source>
        <translation>{what}: нужна правая полоса, а стоит на странице {page}</translation>
    </message>
    <message>
        <source>{what} asks for a left-hand page and stands on page {page}</source>
        <translation>{what}: нужна левая полоса, а стоит на странице {page}</translation>
    </message>
    <message>
        <source>move it past an article with an odd number of pages, or allow any side</source>
        <translation>переставьте через статью с нечётным числом полос или разрешите любую сторону (side: any)</translation>
    </message>
    <message>
        <source>the issue takes {count} pages and is wished to have {wished}</source>
        <translation>номер занимает страниц: {count}, а задано {wished}</translation>
    </message>
    <message>
        <source>set pages: {count} or auto, or take articles out</source>
        <translation>поставьте pages: {count} или auto либо снимите статьи</translation>
    </message>
    <message>
        <source>the issue has no cover to stand behind</source>
        <translation>у номера нет обложки, за которой ей стоять</translation>
    </message>
    <message>
        <source>inside front cover</source>
        <translation>вторая сторона обложки</translation>
    </message>
    <message>
        <source>inside back cover</source>
        <translation>третья сторона обложки</translation>
    </message>
    <message>
        <source>back cover</source>
        <translation>четвёртая сторона обложки</translation>
    </message>
    <message>
        <source>advertisement {ad} is drawn for {drawn} mm and is scaled to {scale:g} %</source>
        <translation>реклама {ad} свёрстана под {drawn} мм, масштаб при печати {scale:g} %</translation>
    </message>
    <message>
        <source>ask for it in the size of its place, {place} mm, or see that nothing is lost</source>
        <translation>попросите макет в размер места, {place} мм, или проверьте, что ничего не потеряно</translation>
    </message>
    <message>
        <source>advertisement {ad} is in {mode}, not in CMYK</source>
        <translation>реклама {ad} — в {mode}, а не в CMYK</translation>
    </message>
    <message>
        <source>ask the advertiser for it in CMYK, or let it be converted: convert: true</source>
        <translation>попросите у рекламодателя CMYK или разрешите преобразование: convert: true</translation>
    </message>
    <message>
        <source>ask the advertiser for PDF/X</source>
        <translation>попросите у рекламодателя PDF/X</translation>
    </message>
    <message>
        <source>ask the advertiser for PDF/X in CMYK, or let it be converted: convert: true</source>
        <translation>попросите у рекламодателя PDF/X в CMYK или разрешите преобразование: convert: true</translation>
    </message>
    <message>
        <source>advertisement {ad}: {problem}</source>
        <translation>реклама {ad}: {problem}</translation>
    </message>
    <message>
        <source>it is drawn for {drawn} mm, and {booked} mm are booked</source>
        <translation>макет свёрстан под {drawn} мм, а заказано {booked} мм</translation>
    </message>
    <message>
        <source>its page cannot be looked at: {reason}</source>
        <translation>его страницу нельзя рассмотреть: {reason}</translation>
    </message>
    <message>
        <source>the PDF has {count} pages</source>
        <translation>в PDF страниц: {count}</translation>
    </message>
    <message>
        <source>let everything at the edge run {bleed:g} mm over it, and state TrimBox and BleedBox</source>
        <translation>выпустите всё, что у края, за обрез на {bleed:g} мм и задайте TrimBox и BleedBox</translation>
    </message>
    <message>
        <source>it has {has:g} mm of bleed</source>
        <translation>вылета {has:g} мм</translation>
    </message>
    <message>
        <source>send it in the size of its place</source>
        <translation>пришлите в размер места</translation>
    </message>
    <message>
        <source>the picture is in {mode}, not in CMYK</source>
        <translation>изображение в {mode}, а не в CMYK</translation>
    </message>
    <message>
        <source>send it as PDF/X, so that its text stays sharp, or in more pixels</source>
        <translation>пришлите PDF/X, чтобы текст остался чётким, или изображение крупнее</translation>
    </message>
    <message>
        <source>send one page in a file</source>
        <translation>присылайте по одной странице в файле</translation>
    </message>
    <message>
        <source>send it in CMYK, best as PDF/X</source>
        <translation>пришлите в CMYK, лучше PDF/X</translation>
    </message>
    <message>
        <source>a booklet begins with a right-hand page, but this issue begins with page {first}</source>
        <translation>брошюра начинается с правой полосы, а этот номер — со страницы {first}</translation>
    </message>
    <message>
        <source>give first-page an odd number</source>
        <translation>поставьте first-page нечётным</translation>
    </message>
    <message>
        <source>{count} pages do not fill sheets of {sheet}; blank pages after the last page: {blanks}</source>
        <translation>страниц {count}, листы по {sheet} не заполнены: пустых страниц после последней {blanks}</translation>
    </message>
    <message>
        <source>{count} pages do not fill sheets of {sheet}; blank pages before the back cover: {blanks}</source>
        <translation>страниц {count}, листы по {sheet} не заполнены: пустых страниц перед задней обложкой {blanks}</translation>
    </message>
    <message>
        <source>page-multiple: {sheet} plans {count} pages</source>
        <translation>поставьте page-multiple: {sheet}, тогда страниц будет {count}</translation>
    </message>
    <message>
        <source>the signatures have {sizes} pages</source>
        <translation>тетради по {sizes} страниц</translation>
    </message>
    <message>
        <source>{count} pages, {signatures} signatures of {size}, may cost less</source>
        <translation>попробуйте страниц {count} (тетрадей {signatures} по {size}): может выйти дешевле</translation>
    </message>
    <message>
        <source>the innermost pages move {creep:g} mm towards the fold, from which type is {gutter:g} mm away</source>
        <translation>внутренние страницы сползают к сгибу на {creep:g} мм, а до набора {gutter:g} мм</translation>
    </message>
    <message>
        <source>take thinner paper, gather signatures (--gathered), or give the theme a wider inner margin</source>
        <translation>возьмите бумагу тоньше, соберите тетради подборкой (--gathered) или расширьте корешковое поле темы</translation>
    </message>
    <message>
        <source>the folder has errors: mend them, and open it again</source>
        <translation>в папке ошибки: исправьте их и откройте снова</translation>
    </message>
    <message>
        <source>the issue is closed</source>
        <translation>номер закрыт</translation>
    </message>
    <message>
        <source>the folder cannot be written: {reason}</source>
        <translation>в папку нельзя писать: {reason}</translation>
    </message>
    <message>
        <source>{holder} has the issue open</source>
        <translation>номер открыт: {holder}</translation>
    </message>
    <message>
        <source>unsaved changes are not kept for a crash: {reason}</source>
        <translation>несохранённые изменения не уцелеют при сбое: {reason}</translation>
    </message>
    <message>
        <source>save often, and make room on the disk</source>
        <translation>сохраняйте чаще и освободите место на диске</translation>
    </message>
    <message>
        <source>something went wrong in the program: {kind}: {reason}</source>
        <translation>в программе что-то пошло не так: {kind}: {reason}</translation>
    </message>
    <message>
        <source>undo the last change; please report this with the log</source>
        <translation>отмените последнее изменение; сообщите об этом, приложив журнал</translation>
    </message>
    <message>
        <source>{user} on {host}, since {time}</source>
        <translation>{user}, {host}, с {time}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>кто-то</translation>
    </message>
    <message>
        <source>another machine</source>
        <translation>другой компьютер</translation>
    </message>
    <message>
        <source>drop a file with a text</source>
        <translation>бросьте файл с текстом</translation>
    </message>
    <message>
        <source>the file was deleted by another program, and was changed here too</source>
        <translation>файл удалён другой программой, а здесь изменён</translation>
    </message>
    <message>
        <source>the file was changed by another program, and was changed here too</source>
        <translation>файл изменён и другой программой, и здесь</translation>
    </message>
    <message>
        <source>the file was deleted outside</source>
        <translation>файл удалён снаружи</translation>
    </message>
    <message>
        <source>the file was changed outside</source>
        <translation>файл изменён снаружи</translation>
    </message>
    <message>
        <source>choose which one is to stay</source>
        <translation>выберите, что оставить</translation>
    </message>
    <message>
        <source>the file changed outside and cannot be taken up: {problem}</source>
        <translation>файл изменился снаружи, и принять его нельзя: {problem}</translation>
    </message>
    <message>
        <source>the journal of unsaved changes is not used: {why}</source>
        <translation>журнал несохранённых изменений не использован: {why}</translation>
    </message>
    <message>
        <source>delete it if it stays</source>
        <translation>удалите его, если он останется</translation>
    </message>
    <message>
        <source>it is damaged, or was not written by Digest Studio</source>
        <translation>он повреждён или написан не Digest Studio</translation>
    </message>
    <message>
        <source>it names a file that is none of an issue: {file!r}</source>
        <translation>он называет файл не из номера: «{file}»</translation>
    </message>
    <message>
        <source>its text of {name} cannot be read: {problem}</source>
        <translation>его текст {name} не читается: {problem}</translation>
    </message>
    <message>
        <source>the folder {folder} is a link that leads out of the issue</source>
        <translation>папка {folder} — ссылка, которая ведёт за пределы номера</translation>
    </message>
    <message>
        <source>there is a file {name} by now that another program made</source>
        <translation>уже есть файл {name}, созданный другой программой</translation>
    </message>
    <message>
        <source>rename it there</source>
        <translation>переименуйте его там</translation>
    </message>
    <message>
        <source>nothing was saved: {reason}</source>
        <translation>ничего не сохранено: {reason}</translation>
    </message>
    <message>
        <source>make room or allow writing</source>
        <translation>освободите место или разрешите запись</translation>
    </message>
    <message>
        <source>{count} files were dropped</source>
        <translation>брошено файлов: {count}</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>это папка</translation>
    </message>
    <message>
        <source>drop the files in it</source>
        <translation>бросьте файлы из неё</translation>
    </message>
    <message>
        <source>drop a plain file</source>
        <translation>бросьте обычный файл</translation>
    </message>
    <message>
        <source>the text has more than {most} KB</source>
        <translation>в тексте больше {most} КБ</translation>
    </message>
    <message>
        <source>split it into several articles</source>
        <translation>разделите его на несколько статей</translation>
    </message>
    <message>
        <source>it is no photograph</source>
        <translation>это не фотография</translation>
    </message>
    <message>
        <source>drop a JPEG, PNG, TIFF or WebP</source>
        <translation>бросьте JPEG, PNG, TIFF или WebP</translation>
    </message>
    <message>
        <source>the file has {size} MB</source>
        <translation>в файле {size} МБ</translation>
    </message>
    <message>
        <source>save it with at most {most} MB</source>
        <translation>сохраните так, чтобы было не больше {most} МБ</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>файл не читается</translation>
    </message>
    <message>
        <source>the file cannot be brought in: {reason}</source>
        <translation>файл нельзя добавить: {reason}</translation>
    </message>
    <message>
        <source>check it, and drop it again</source>
        <translation>проверьте его и бросьте ещё раз</translation>
    </message>
    <message>
        <source>drop at most {most} at once</source>
        <translation>бросайте не больше {most} за раз</translation>
    </message>
    <message>
        <source>open it in an image editor and save it again as JPEG or PNG</source>
        <translation>откройте в редакторе изображений и сохраните заново как JPEG или PNG</translation>
    </message>
    <message>
        <source>the file is a {kind}, which its name does not say</source>
        <translation>в файле {kind}, а имя говорит другое</translation>
    </message>
    <message>
        <source>rename it to {stem}{suffix}</source>
        <translation>переименуйте в {stem}{suffix}</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>это не файл</translation>
    </message>
    <message>
        <source>name an image file</source>
        <translation>назовите файл изображения</translation>
    </message>
    <message>
        <source>copy it here again</source>
        <translation>скопируйте его сюда ещё раз</translation>
    </message>
    <message>
        <source>images may have {most} MB: save it smaller</source>
        <translation>у изображений бывает до {most} МБ: сохраните меньше</translation>
    </message>
    <message>
        <source>it is {width} × {height} pixels large</source>
        <translation>его размер {width} × {height} пикселей</translation>
    </message>
    <message>
        <source>it has {width} × {height} pixels</source>
        <translation>в нём {width} × {height} пикселей</translation>
    </message>
    <message>
        <source>a {kind} may have {most} pixels a side and {millions} million in all: save it smaller</source>
        <translation>сохраните меньше: у {kind} бывает до {most} пикселей по стороне и {millions} млн всего</translation>
    </message>
    <message>
        <source>its kind of JPEG is not known to PDF readers</source>
        <translation>такой вид JPEG программы чтения PDF не знают</translation>
    </message>
    <message>
        <source>the file ends before the picture does</source>
        <translation>файл кончается раньше изображения</translation>
    </message>
    <message>
        <source>the {kind} cannot be read: {reason}</source>
        <translation>{kind} не читается: {reason}</translation>
    </message>
    <message>
        <source>no JPEG marker at the beginning</source>
        <translation>в начале нет метки JPEG</translation>
    </message>
    <message>
        <source>no frame before the picture</source>
        <translation>перед изображением нет кадра</translation>
    </message>
    <message>
        <source>no marker at byte {position}</source>
        <translation>на байте {position} нет метки</translation>
    </message>
    <message>
        <source>the header ends early</source>
        <translation>заголовок обрывается</translation>
    </message>
    <message>
        <source>a segment of length {length} at byte {position}</source>
        <translation>на байте {position} сегмент длиной {length}</translation>
    </message>
    <message>
        <source>a frame header that is too short</source>
        <translation>заголовок кадра слишком короток</translation>
    </message>
    <message>
        <source>the file ends before the picture begins</source>
        <translation>файл кончается раньше, чем начинается изображение</translation>
    </message>
    <message>
        <source>ask the printer for the CMYK output profile of the press and paper</source>
        <translation>попросите в типографии профиль CMYK для их машины и бумаги</translation>
    </message>
    <message>
        <source>bundled: {names}; or name an .icc file in the folder</source>
        <translation>возьмите встроенный ({names}) или назовите файл .icc в папке</translation>
    </message>
    <message>
        <source>there is no output profile {name}</source>
        <translation>нет выходного профиля {name}</translation>
    </message>
    <message>
        <source>the file is no ICC profile, is cut short, or has more than 4 MB</source>
        <translation>файл — не профиль ICC, оборван или больше 4 МБ</translation>
    </message>
    <message>
        <source>the profile is of class {kind} for {space}, not an output profile (prtr) for CMYK</source>
        <translation>профиль класса {kind} для {space}, а не выходной (prtr) для CMYK</translation>
    </message>
    <message>
        <source>the profile is damaged: it gives no colour its inks</source>
        <translation>профиль повреждён: он не даёт красок ни одному цвету</translation>
    </message>
    <message>
        <source>the profile cannot be read: {reason}</source>
        <translation>профиль не читается: {reason}</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>проверьте права на него</translation>
    </message>
    <message>
        <source>the page has no MediaBox</source>
        <translation>у страницы нет MediaBox</translation>
    </message>
    <message>
        <source>the page is {width:g} × {height:g} points large</source>
        <translation>размер страницы {width:g} × {height:g} пунктов</translation>
    </message>
    <message>
        <source>its page&apos;s content has {size} MB</source>
        <translation>содержимое страницы — {size} МБ</translation>
    </message>
    <message>
        <source>its content cannot be followed: {reason}</source>
        <translation>содержимое нельзя разобрать: {reason}</translation>
    </message>
    <message>
        <source>its forms are nested too deeply</source>
        <translation>формы вложены слишком глубоко</translation>
    </message>
    <message>
        <source>its page has more than {most:,} instructions</source>
        <translation>на странице больше {most:,} команд</translation>
    </message>
    <message>
        <source>its layers cannot be told apart: {reason}</source>
        <translation>его слои нельзя различить: {reason}</translation>
    </message>
    <message>
        <source>it is larger than {size} MB</source>
        <translation>файл больше {size} МБ</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>файл зашифрован</translation>
    </message>
    <message numerus="yes">
        <source>it has {count} pages</source>
        <translation>
            <numerusform>в нём {count} страница</numerusform>
            <numerusform>в нём {count} страницы</numerusform>
            <numerusform>в нём {count} страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>it is damaged, or no PDF</source>
        <translation>файл повреждён или это не PDF</translation>
    </message>
    <message>
        <source>{file} cannot be printed as it is: {report} says what its advertiser should send</source>
        <translation>{file} в таком виде не напечатать: что прислать рекламодателю, сказано в {report}</translation>
    </message>
    <message>
        <source>it has {pages} pages, {limit} are the most</source>
        <translation>страниц {pages}, а бывает не больше {limit}</translation>
    </message>
    <message>
        <source>its objects are nested too deeply</source>
        <translation>объекты вложены слишком глубоко</translation>
    </message>
    <message>
        <source>its pages cannot be listed</source>
        <translation>его страницы нельзя перечислить</translation>
    </message>
    <message>
        <source>ask the advertiser for it as PDF/X</source>
        <translation>попросите у рекламодателя PDF/X</translation>
    </message>
    <message>
        <source>the file is no PDF: it begins with other bytes</source>
        <translation>файл — не PDF: начинается с других байтов</translation>
    </message>
    <message>
        <source>page {number} has comments or form fields; they are not printed</source>
        <translation>на странице {number} заметки или поля формы; они не печатаются</translation>
    </message>
    <message>
        <source>name a PDF file</source>
        <translation>назовите файл PDF</translation>
    </message>
    <message>
        <source>PDFs may have {most} MB: ask the advertiser for it as PDF/X, smaller</source>
        <translation>у PDF бывает до {most} МБ: попросите у рекламодателя PDF/X поменьше</translation>
    </message>
    <message>
        <source>the file is a {kind}, no PDF</source>
        <translation>в файле {kind}, а не PDF</translation>
    </message>
    <message>
        <source>give it the suffix of an image</source>
        <translation>дайте ему расширение изображения</translation>
    </message>
    <message>
        <source>{most} are allowed: ask for the advertisement alone</source>
        <translation>допустимо {most}: попросите одну только рекламу</translation>
    </message>
    <message>
        <source>the PDF is protected by a password</source>
        <translation>PDF защищён паролем</translation>
    </message>
    <message>
        <source>ask the advertiser for it without</source>
        <translation>попросите у рекламодателя без пароля</translation>
    </message>
    <message>
        <source>the PDF cannot be used: {reason}</source>
        <translation>PDF нельзя использовать: {reason}</translation>
    </message>
    <message>
        <source>the PDF has scripts or actions; they are left out</source>
        <translation>в PDF есть сценарии или действия; они пропущены</translation>
    </message>
    <message>
        <source>ask for it flattened</source>
        <translation>попросите сведённый, без заметок и форм</translation>
    </message>
    <message>
        <source>there is no page {page}: {reason}</source>
        <translation>страницы {page} нет: {reason}</translation>
    </message>
    <message>
        <source>name one of them</source>
        <translation>назовите одну из них</translation>
    </message>
    <message>
        <source>page {page} cannot be placed: {reason}</source>
        <translation>страницу {page} нельзя поставить: {reason}</translation>
    </message>
    <message>
        <source>no PNG header at the beginning</source>
        <translation>в начале нет заголовка PNG</translation>
    </message>
    <message>
        <source>colour type {colour}</source>
        <translation>вид цвета {colour}</translation>
    </message>
    <message>
        <source>its rows are damaged</source>
        <translation>его строки повреждены</translation>
    </message>
    <message>
        <source>export it as JPEG</source>
        <translation>экспортируйте как JPEG</translation>
    </message>
    <message>
        <source>export it as PDF and book it as an advertisement, or as PNG at 300 ppi or more</source>
        <translation>экспортируйте как PDF и поставьте рекламой или как PNG от 300 ppi</translation>
    </message>
    <message>
        <source>save it as PNG, or the photograph it came from as JPEG</source>
        <translation>сохраните как PNG, а исходную фотографию — как JPEG</translation>
    </message>
    <message>
        <source>the file is no image that we know</source>
        <translation>файл — не известное нам изображение</translation>
    </message>
    <message>
        <source>save it as JPEG, PNG, TIFF or WebP</source>
        <translation>сохраните как JPEG, PNG, TIFF или WebP</translation>
    </message>
    <message>
        <source>the file is {kind}, which cannot be printed as an image</source>
        <translation>в файле {kind}: как изображение это не напечатать</translation>
    </message>
    <message>
        <source>the file is no {claimed}: it begins with other bytes</source>
        <translation>файл — не {claimed}: начинается с других байтов</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>name it *.pdf and book it as an advertisement</source>
        <translation>назовите *.pdf и поставьте рекламой</translation>
    </message>
    <message>
        <source>a GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>HEIC or AVIF</source>
        <translation>HEIC или AVIF</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>рисунок SVG</translation>
    </message>
    <message>
        <source>a Photoshop document</source>
        <translation>документ Photoshop</translation>
    </message>
    <message>
        <source>a BMP</source>
        <translation>BMP</translation>
    </message>
    <message>
        <source>PostScript</source>
        <translation>PostScript</translation>
    </message>
    <message>
        <source>JPEG 2000</source>
        <translation>JPEG 2000</translation>
    </message>
    <message>
        <source>JPEG XL</source>
        <translation>JPEG XL</translation>
    </message>
    <message>
        <source>a BigTIFF</source>
        <translation>BigTIFF</translation>
    </message>
    <message>
        <source>save it as TIFF</source>
        <translation>сохраните как TIFF</translation>
    </message>
    <message>
        <source>the file cannot be read: {reason}</source>
        <translation>файл не читается: {reason}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>такого файла нет</translation>
    </message>
    <message>
        <source>put it there, or name another</source>
        <translation>положите его туда или назовите другой</translation>
    </message>
    <message>
        <source>its kind of colours is not known</source>
        <translation>неизвестный вид цвета</translation>
    </message>
    <message>
        <source>no TIFF header at the beginning</source>
        <translation>в начале нет заголовка TIFF</translation>
    </message>
    <message>
        <source>what goes with the picture is too large: layers perhaps</source>
        <translation>кроме изображения в файле слишком много: возможно, слои</translation>
    </message>
    <message>
        <source>its directory is too large</source>
        <translation>его оглавление слишком велико</translation>
    </message>
    <message>
        <source>the file ends early</source>
        <translation>файл обрывается</translation>
    </message>
    <message>
        <source>no WebP header at the beginning</source>
        <translation>в начале нет заголовка WebP</translation>
    </message>
    <message>
        <source>no picture in it</source>
        <translation>в нём нет изображения</translation>
    </message>
    <message>
        <source>preflight ended with {kind}: {reason}</source>
        <translation>проверка прервалась: {kind}: {reason}</translation>
    </message>
    <message>
        <source>please report this with the log</source>
        <translation>сообщите об этом, приложив журнал</translation>
    </message>
    <message>
        <source>the advertisement {ad}</source>
        <translation>рекламу {ad}</translation>
    </message>
    <message>
        <source>the section “{section}”</source>
        <translation>раздел «{section}»</translation>
    </message>
    <message>
        <source>the contents</source>
        <translation>содержание</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>преобразование цветов</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>«{title}»</translation>
    </message>
    <message>
        <source>title</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <source>contents title</source>
        <translation>заголовок в содержании</translation>
    </message>
    <message>
        <source>kicker</source>
        <translation>рубрика</translation>
    </message>
    <message>
        <source>standfirst</source>
        <translation>вводка</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>подпись автора</translation>
    </message>
    <message>
        <source>date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>language</source>
        <translation>язык</translation>
    </message>
    <message>
        <source>template</source>
        <translation>шаблон</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>страницы</translation>
    </message>
    <message>
        <source>status</source>
        <translation>состояние</translation>
    </message>
    <message>
        <source>author</source>
        <translation>автор</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>фотографии</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>alt</source>
        <translation>описание</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>подпись</translation>
    </message>
    <message>
        <source>credit</source>
        <translation>автор снимка</translation>
    </message>
    <message>
        <source>focus</source>
        <translation>фокус</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>кадр</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>форма</translation>
    </message>
    <message>
        <source>place</source>
        <translation>место</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>role</source>
        <translation>должность</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>фотография</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>подпись</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>заключительные слова</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>издание</translation>
    </message>
    <message>
        <source>period</source>
        <translation>период</translation>
    </message>
    <message>
        <source>tagline</source>
        <translation>девиз</translation>
    </message>
    <message>
        <source>typography</source>
        <translation>типографика</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>тема</translation>
    </message>
    <message>
        <source>page multiple</source>
        <translation>кратность страниц</translation>
    </message>
    <message>
        <source>first page</source>
        <translation>первая страница</translation>
    </message>
    <message>
        <source>masthead</source>
        <translation>выходные сведения</translation>
    </message>
    <message>
        <source>imprint</source>
        <translation>выходные данные</translation>
    </message>
    <message>
        <source>headlines</source>
        <translation>анонсы</translation>
    </message>
    <message>
        <source>divider</source>
        <translation>шмуцтитул</translation>
    </message>
    <message>
        <source>items</source>
        <translation>материалы</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>организация</translation>
    </message>
    <message>
        <source>address</source>
        <translation>адрес</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>email</source>
        <translation>почта</translation>
    </message>
    <message>
        <source>web</source>
        <translation>сайт</translation>
    </message>
    <message>
        <source>social</source>
        <translation>соцсети</translation>
    </message>
    <message>
        <source>number</source>
        <translation>номер</translation>
    </message>
    <message>
        <source>issn</source>
        <translation>ISSN</translation>
    </message>
    <message>
        <source>editors</source>
        <translation>редакторы</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>издатель</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>press</source>
        <translation>печать</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>профиль</translation>
    </message>
    <message>
        <source>marks</source>
        <translation>метки</translation>
    </message>
    <message>
        <source>preflight</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>intent</source>
        <translation>способ преобразования</translation>
    </message>
    <message>
        <source>advertiser</source>
        <translation>рекламодатель</translation>
    </message>
    <message>
        <source>size</source>
        <translation>размер</translation>
    </message>
    <message>
        <source>bleed</source>
        <translation>вылет</translation>
    </message>
    <message>
        <source>side</source>
        <translation>сторона</translation>
    </message>
    <message>
        <source>position</source>
        <translation>положение</translation>
    </message>
    <message>
        <source>not facing</source>
        <translation>не рядом с</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>закрепление</translation>
    </message>
    <message>
        <source>the image is no longer there</source>
        <translation>изображения больше нет</translation>
    </message>
    <message>
        <source>put it back, or name another</source>
        <translation>верните его или назовите другое</translation>
    </message>
    <message>
        <source>the image cannot be read: {reason}</source>
        <translation>изображение не читается: {reason}</translation>
    </message>
    <message>
        <source>save it again as JPEG or PNG</source>
        <translation>сохраните заново как JPEG или PNG</translation>
    </message>
    <message>
        <source>nothing in this PDF is named {target}, so it is no link</source>
        <translation>в этом PDF нет ничего с именем {target}, поэтому ссылки нет</translation>
    </message>
    <message>
        <source>{target} is no web or mail address, so it is no link</source>
        <translation>{target} — не адрес сайта или почты, поэтому ссылки нет</translation>
    </message>
    <message>
        <source>begin it with https:// or mailto:</source>
        <translation>начните с https:// или mailto:</translation>
    </message>
    <message>
        <source>page {number} of the PDF is printed as a picture of {ppi} pixels per inch: {reason}</source>
        <translation>страница {number} из PDF печатается картинкой {ppi} ppi: {reason}</translation>
    </message>
    <message>
        <source>ask for it as PDF/X in CMYK: its text will be sharper</source>
        <translation>попросите PDF/X в CMYK: текст будет чётче</translation>
    </message>
    <message>
        <source>page {number} of the PDF cannot be placed: {reason}</source>
        <translation>страницу {number} из PDF нельзя поставить: {reason}</translation>
    </message>
    <message>
        <source>ask for it as PDF/X, or as an image</source>
        <translation>попросите PDF/X или изображение</translation>
    </message>
    <message>
        <source>it cannot be converted: {reason}</source>
        <translation>преобразовать нельзя: {reason}</translation>
    </message>
    <message>
        <source>a gradient is a program</source>
        <translation>градиент задан программой</translation>
    </message>
    <message>
        <source>a gradient is nested too deeply</source>
        <translation>градиент вложен слишком глубоко</translation>
    </message>
    <message>
        <source>a gradient has samples of another kind</source>
        <translation>у градиента отсчёты другого вида</translation>
    </message>
    <message>
        <source>a gradient&apos;s samples are cut short</source>
        <translation>отсчёты градиента обрываются</translation>
    </message>
    <message>
        <source>the picture takes {value:.0f} % of ink, as a mean over 15 mm</source>
        <translation>сумма красок изображения {value:.0f} % в среднем на 15 мм</translation>
    </message>
    <message>
        <source>save it as RGB, so that it can be converted for this press, or ask for it in the press&apos;s own CMYK</source>
        <translation>сохраните в RGB, чтобы преобразовать для этой машины, или попросите в её CMYK</translation>
    </message>
    <message>
        <source>the page is too large to be made a picture</source>
        <translation>страница слишком велика, чтобы стать картинкой</translation>
    </message>
    <message>
        <source>the page cannot be drawn</source>
        <translation>страницу нельзя нарисовать</translation>
    </message>
    <message>
        <source>a picture in it has too many pixels</source>
        <translation>в изображении слишком много пикселей</translation>
    </message>
    <message>
        <source>a picture in it is inverted</source>
        <translation>изображение в ней обращено</translation>
    </message>
    <message>
        <source>a picture in it is mixed with its background</source>
        <translation>изображение смешано с фоном</translation>
    </message>
    <message>
        <source>a picture in it is cut out by a colour</source>
        <translation>изображение вырезано по цвету</translation>
    </message>
    <message>
        <source>a gradient in it is a mesh</source>
        <translation>градиент задан сеткой</translation>
    </message>
    <message>
        <source>a picture in it cannot be decoded</source>
        <translation>изображение нельзя раскодировать</translation>
    </message>
    <message>
        <source>cut about {count} words, for example: “{text}”</source>
        <translation>сократите слов примерно на {count}, например: «{text}»</translation>
    </message>
    <message>
        <source>template {template}</source>
        <translation>шаблон {template}</translation>
    </message>
    <message>
        <source>{pages} pages</source>
        <translation>страниц: {pages}</translation>
    </message>
    <message>
        <source>photo {number} flatter, {shape}</source>
        <translation>снимок {number} ниже, {shape}</translation>
    </message>
    <message>
        <source>advertisement {ad} is {size}, which has no place on a page of the theme {theme}</source>
        <translation>реклама {ad} — {size}, такому размеру нет места на полосе темы {theme}</translation>
    </message>
    <message>
        <source>give the theme this size, or book another one</source>
        <translation>добавьте размер в тему или поставьте другой</translation>
    </message>
    <message>
        <source>to keep the issue in order</source>
        <translation>чтобы сохранить порядок номера</translation>
    </message>
    <message>
        <source>so that {other} lies open at once</source>
        <translation>чтобы {other} открывалась сразу целиком</translation>
    </message>
    <message>
        <source>{one}, or {other}</source>
        <translation>{one} или {other}</translation>
    </message>
    <message>
        <source>allow it to stand {where}</source>
        <translation>разрешите ей стоять {where}</translation>
    </message>
    <message>
        <source>page {page}: the contents takes {pages} pages where it takes {own} by itself, which costs less than blank pages, turned spreads or a wrong side</source>
        <translation>страница {page}: содержание занимает страниц {pages}, хотя само по себе заняло бы {own}: это дешевле пустых страниц, сдвинутых разворотов или чужой стороны</translation>
    </message>
    <message>
        <source>page {page}: {article} takes {pages} pages where {fewest} would do, which costs less than blank pages, turned spreads or a wrong side</source>
        <translation>страница {page}: {article} занимает страниц {pages} вместо {fewest}: это дешевле пустых страниц, сдвинутых разворотов или чужой стороны</translation>
    </message>
    <message>
        <source>give {article} {pages} pages</source>
        <translation>дайте статье {article} страниц: {pages}</translation>
    </message>
    <message>
        <source>a picture takes {ink:.0f} % of ink, as a mean over 15 mm; {most:.0f} % dry in time</source>
        <translation>изображение берёт {ink:.0f} % краски в среднем по 15 мм; вовремя высыхает {most:.0f} %</translation>
    </message>
    <message>
        <source>convert it for coated paper (ISO Coated v2 300 % or PSO Coated v3)</source>
        <translation>преобразуйте его для мелованной бумаги (ISO Coated v2 300 % или PSO Coated v3)</translation>
    </message>
    <message>
        <source>let transparency blend in CMYK, or flatten it</source>
        <translation>смешивайте прозрачность в CMYK или сведите её</translation>
    </message>
    <message>
        <source>let it run over the trim, or keep it away from it</source>
        <translation>выпустите за обрез или отведите от него</translation>
    </message>
    <message>
        <source>ask for it with bleed, and say how much it has (bleed:)</source>
        <translation>попросите макет с вылетом и укажите, сколько его (bleed:)</translation>
    </message>
    <message>
        <source>{name} touches the trim and lacks {missing:g} mm of bleed</source>
        <translation>{name}: доходит до обреза, но не хватает {missing:g} мм вылета</translation>
    </message>
    <message>
        <source>a coloured area</source>
        <translation>цветная плашка</translation>
    </message>
    <message>
        <source>a line</source>
        <translation>линейка</translation>
    </message>
    <message>
        <source>{count} pages are not a multiple of {multiple}</source>
        <translation>число страниц, {count}, не кратно {multiple}</translation>
    </message>
    <message>
        <source>change pages: or page-multiple: in issue.yaml</source>
        <translation>измените pages: или page-multiple: в issue.yaml</translation>
    </message>
    <message>
        <source>{article} is not printed: no outline entry names it</source>
        <translation>{article} не печатается: в плане номера её нет</translation>
    </message>
    <message>
        <source>add it to the outline</source>
        <translation>добавьте в план номера</translation>
    </message>
    <message>
        <source>advertisement {ad} is not printed: no outline entry names it</source>
        <translation>реклама {ad} не печатается: в плане номера её нет</translation>
    </message>
    <message>
        <source>the issue has no date: its proof has none, and the print edition says 1 January 2000</source>
        <translation>у номера нет даты: в корректуре её нет, а в издании для печати стоит 1 января 2000</translation>
    </message>
    <message>
        <source>add the day of publication to issue.yaml: date: 2025-03-20</source>
        <translation>добавьте в issue.yaml день выхода: date: 2025-03-20</translation>
    </message>
    <message numerus="yes">
        <source>{count} lines of {article} do not fit in {template}</source>
        <translation>
            <numerusform>{article}: {count} строка не помещается в шаблон {template}</numerusform>
            <numerusform>{article}: {count} строки не помещаются в шаблон {template}</numerusform>
            <numerusform>{article}: {count} строк не помещается в шаблон {template}</numerusform>
        </translation>
    </message>
    <message>
        <source>shorten the text, or give it more pages or another template</source>
        <translation>сократите текст, дайте ему больше полос или другой шаблон</translation>
    </message>
    <message>
        <source>{file} has no description</source>
        <translation>{file}: нет описания</translation>
    </message>
    <message>
        <source>add alt: what it shows, or alt: &quot;&quot; if it is decoration</source>
        <translation>добавьте alt: что на изображении, или alt: &quot;&quot;, если это украшение</translation>
    </message>
    <message>
        <source>{file} has {ppi} pixels per inch at its printed size, {limit} are needed</source>
        <translation>{file}: разрешение в размере печати {ppi} ppi, а нужно {limit}</translation>
    </message>
    <message>
        <source>get a larger picture, show it smaller, or crop less</source>
        <translation>найдите изображение крупнее, поставьте его мельче или меньше кадрируйте</translation>
    </message>
    <message>
        <source>export it again as PDF/X-4</source>
        <translation>экспортируйте заново как PDF/X-4</translation>
    </message>
    <message>
        <source>{count} pages cannot be looked at; the pages after page {page} were not tried</source>
        <translation>не удалось проверить страниц: {count}; после страницы {page} проверка прекращена</translation>
    </message>
    <message>
        <source>add or drop pages: sheets are printed on both sides and folded</source>
        <translation>добавьте или снимите страницы: листы печатают с двух сторон и фальцуют</translation>
    </message>
    <message>
        <source>export it with {bleed:g} mm</source>
        <translation>экспортируйте с вылетом {bleed:g} мм</translation>
    </message>
    <message>
        <source>the PDF is encrypted</source>
        <translation>PDF зашифрован</translation>
    </message>
    <message>
        <source>save it without a password</source>
        <translation>сохраните без пароля</translation>
    </message>
    <message>
        <source>the PDF cannot be read: {reason}</source>
        <translation>PDF не читается: {reason}</translation>
    </message>
    <message>
        <source>export it again</source>
        <translation>экспортируйте заново</translation>
    </message>
    <message>
        <source>flatten it, or take it away</source>
        <translation>сведите или уберите</translation>
    </message>
    <message>
        <source>a colour</source>
        <translation>цвет</translation>
    </message>
    <message>
        <source>{colour} has {total} % of ink; {output} takes {most} %</source>
        <translation>{colour}: сумма красок {total} %, а {output} принимает {most} %</translation>
    </message>
    <message>
        <source>{colour} is white and overprints: it would not be seen</source>
        <translation>{colour}: белый с наложением (overprint), его не будет видно</translation>
    </message>
    <message>
        <source>a line of {thick:.3g} pt in {colour} is thinner than {least:g} pt</source>
        <translation>линейка {thick:.3g} пт ({colour}) тоньше {least:g} пт</translation>
    </message>
    <message>
        <source>text in {colour} has {total} % of ink; black text may have {most} %</source>
        <translation>текст цвета {colour}: сумма красок {total} %, а у чёрного текста можно {most} %</translation>
    </message>
    <message>
        <source>white ({colour})</source>
        <translation>выворотка ({colour})</translation>
    </message>
    <message>
        <source>text of {size:g} pt is in {inks}, which needs {least:g} pt</source>
        <translation>текст кегля {size:g} пт ({inks}) мелок: нужно {least:g} пт</translation>
    </message>
    <message>
        <source>make it larger, or set it in one ink</source>
        <translation>увеличьте или поставьте в одну краску</translation>
    </message>
    <message>
        <source>give it less ink in the theme&apos;s colours</source>
        <translation>уменьшите его краски в цветах темы</translation>
    </message>
    <message>
        <source>take overprint: away in the theme&apos;s colours</source>
        <translation>уберите overprint: в цветах темы</translation>
    </message>
    <message numerus="yes">
        <source>{count} inks ({colour})</source>
        <translation>
            <numerusform>красок {count}, {colour}</numerusform>
            <numerusform>красок {count}, {colour}</numerusform>
            <numerusform>красок {count}, {colour}</numerusform>
        </translation>
    </message>
    <message>
        <source>black text of {size:g} pt ({colour}) does not overprint: a white edge shows where plates are out of register</source>
        <translation>чёрный текст кегля {size:g} пт ({colour}) печатается без наложения: при неприводке проступит белая кайма</translation>
    </message>
    <message>
        <source>write overprint: true at the colour in the theme</source>
        <translation>напишите overprint: true у цвета в теме</translation>
    </message>
    <message>
        <source>make it thicker</source>
        <translation>сделайте её толще</translation>
    </message>
    <message>
        <source>set it in black alone</source>
        <translation>наберите его одной чёрной</translation>
    </message>
    <message>
        <source>the text “{text}” stands {away:g} mm from the trim</source>
        <translation>текст «{text}» стоит в {away:g} мм от обреза</translation>
    </message>
    <message>
        <source>keep text {safe:g} mm away from it</source>
        <translation>держите текст в {safe:g} мм от него</translation>
    </message>
    <message>
        <source>the text “{text}” runs {over:g} mm into the margin</source>
        <translation>текст «{text}» заходит на поле на {over:g} мм</translation>
    </message>
    <message>
        <source>divide the word, shorten the line, or give the text another template</source>
        <translation>перенесите слово, сократите строку или выберите другой шаблон</translation>
    </message>
    <message>
        <source>the text “{text}” stands {away:g} mm from the spine</source>
        <translation>текст «{text}» стоит в {away:g} мм от корешка</translation>
    </message>
    <message>
        <source>the text “{text}” runs {over:g} mm into the gutter</source>
        <translation>текст «{text}» заходит на корешковое поле на {over:g} мм</translation>
    </message>
    <message>
        <source>the text “{text}” stands on advertisement {ad}</source>
        <translation>текст «{text}» стоит на рекламе {ad}</translation>
    </message>
    <message>
        <source>{file} is drawn out by {out:g} %</source>
        <translation>{file}: пропорции искажены на {out:g} %</translation>
    </message>
    <message>
        <source>crop it to the shape of its place instead</source>
        <translation>вместо этого кадрируйте под форму места</translation>
    </message>
    <message>
        <source>the font {font} may not be embedded: {reason}</source>
        <translation>шрифт {font} нельзя внедрять: {reason}</translation>
    </message>
    <message>
        <source>the contents does not list {article}</source>
        <translation>в содержании нет статьи {article}</translation>
    </message>
    <message>
        <source>report this: the contents is made of the outline</source>
        <translation>сообщите об этом: содержание собирается из плана номера</translation>
    </message>
    <message>
        <source>the page of advertisement {ad} has the folio {folio}</source>
        <translation>на полосе рекламы {ad} стоит колонцифра {folio}</translation>
    </message>
    <message>
        <source>give the advertiser the whole page</source>
        <translation>отдайте рекламодателю всю полосу</translation>
    </message>
    <message>
        <source>keep the advertiser&apos;s place free</source>
        <translation>оставьте место рекламодателя свободным</translation>
    </message>
    <message>
        <source>the contents says page {said} for {article}, which stands on {page}</source>
        <translation>в содержании у статьи {article} страница {said}, а стоит она на {page}</translation>
    </message>
    <message>
        <source>report this: the contents is made of the pages</source>
        <translation>сообщите об этом: содержание собирается из страниц</translation>
    </message>
    <message>
        <source>take another font, or buy a licence that allows it</source>
        <translation>возьмите другой шрифт или купите лицензию, которая это разрешает</translation>
    </message>
    <message>
        <source>let it knock out</source>
        <translation>поставьте без наложения</translation>
    </message>
    <message>
        <source>a line of {thick:.3g} pt is thinner than {least:g} pt ({object})</source>
        <translation>линейка {thick:.3g} пт тоньше {least:g} пт ({object})</translation>
    </message>
    <message>
        <source>the picture {object} has {ppi} pixels per inch at its printed size, {limit} are needed</source>
        <translation>изображение {object}: разрешение в размере печати {ppi} ppi, а нужно {limit}</translation>
    </message>
    <message>
        <source>take a larger picture, or show it smaller</source>
        <translation>возьмите изображение крупнее или поставьте мельче</translation>
    </message>
    <message>
        <source>the picture {object} is drawn out by {out:g} %</source>
        <translation>изображение {object}: пропорции искажены на {out:g} %</translation>
    </message>
    <message>
        <source>a colour has {total} % of ink; the limit is {most} % ({object})</source>
        <translation>сумма красок {total} %, а предел {most} % ({object})</translation>
    </message>
    <message>
        <source>its pages take too much time or memory</source>
        <translation>страницы требуют слишком много времени или памяти</translation>
    </message>
    <message>
        <source>a gradient cannot be computed</source>
        <translation>градиент нельзя вычислить</translation>
    </message>
    <message>
        <source>its page {number} has a size that no page of an issue has</source>
        <translation>страница {number} такого размера, какого не бывает у страниц номера</translation>
    </message>
    <message>
        <source>a gradient&apos;s program cannot be run</source>
        <translation>программу градиента нельзя выполнить</translation>
    </message>
    <message>
        <source>page {page}: advertisement {ad} shares the page with the end of {article}</source>
        <translation>страница {page}: реклама {ad} делит полосу с концом {article}</translation>
    </message>
    <message>
        <source>ask the advertiser for it in {place} mm, or book the size that it has</source>
        <translation>попросите у рекламодателя {place} мм или поставьте размер, который у неё есть</translation>
    </message>
    <message>
        <source>advertisement {ad} is drawn for {drawn} mm and stands in the middle of its place of {place} mm</source>
        <translation>реклама {ad} свёрстана под {drawn} мм и стоит посередине своего места {place} мм</translation>
    </message>
    <message>
        <source>Pictures with too few pixels</source>
        <translation>Изображения, где мало пикселей</translation>
    </message>
    <message>
        <source>Pictures out of proportion</source>
        <translation>Изображения с искажёнными пропорциями</translation>
    </message>
    <message>
        <source>Pictures without a description</source>
        <translation>Изображения без описания</translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation>Нет файлов</translation>
    </message>
    <message>
        <source>Text that found no place</source>
        <translation>Текст, которому не хватило места</translation>
    </message>
    <message>
        <source>Text near the trim or out of its margins</source>
        <translation>Текст у обреза или за полями</translation>
    </message>
    <message>
        <source>Text in the gutter</source>
        <translation>Текст в корешке</translation>
    </message>
    <message>
        <source>Missing bleed</source>
        <translation>Нет вылета</translation>
    </message>
    <message>
        <source>Lines that are too thin</source>
        <translation>Слишком тонкие линейки</translation>
    </message>
    <message>
        <source>Fine print in white or several inks</source>
        <translation>Мелкий текст вывороткой или в несколько красок</translation>
    </message>
    <message>
        <source>Too much ink</source>
        <translation>Слишком много краски</translation>
    </message>
    <message>
        <source>Black text in several inks</source>
        <translation>Чёрный текст в несколько красок</translation>
    </message>
    <message>
        <source>Black text that does not overprint</source>
        <translation>Чёрный текст без наложения</translation>
    </message>
    <message>
        <source>White that overprints</source>
        <translation>Белое с наложением</translation>
    </message>
    <message>
        <source>Text on advertisements</source>
        <translation>Текст на рекламе</translation>
    </message>
    <message>
        <source>Errors in the contents</source>
        <translation>Ошибки в содержании</translation>
    </message>
    <message>
        <source>Fonts that may not be embedded</source>
        <translation>Шрифты, которые нельзя внедрять</translation>
    </message>
    <message>
        <source>Pages that cannot be folded</source>
        <translation>Страницы, которые не сфальцевать</translation>
    </message>
    <message>
        <source>Another number of pages</source>
        <translation>Другое число страниц</translation>
    </message>
    <message>
        <source>Booklets that begin on the left</source>
        <translation>Брошюры, что начинаются слева</translation>
    </message>
    <message>
        <source>Sheets that are not full</source>
        <translation>Незаполненные листы</translation>
    </message>
    <message>
        <source>Signatures of several sizes</source>
        <translation>Тетради разного объёма</translation>
    </message>
    <message>
        <source>Pages that move into the fold</source>
        <translation>Страницы, сползающие к сгибу</translation>
    </message>
    <message>
        <source>An issue without a date</source>
        <translation>Номер без даты</translation>
    </message>
    <message>
        <source>Articles that are not printed</source>
        <translation>Статьи, которые не печатаются</translation>
    </message>
    <message>
        <source>Advertisements that are not printed</source>
        <translation>Реклама, которая не печатается</translation>
    </message>
    <message>
        <source>Advertisements not in CMYK</source>
        <translation>Реклама не в CMYK</translation>
    </message>
    <message>
        <source>Advertisements without their fonts</source>
        <translation>Реклама без своих шрифтов</translation>
    </message>
    <message>
        <source>Advertisements in another size</source>
        <translation>Реклама другого размера</translation>
    </message>
    <message>
        <source>Advertisements that blend in RGB</source>
        <translation>Реклама с прозрачностью в RGB</translation>
    </message>
    <message>
        <source>Advertisements of several pages</source>
        <translation>Реклама из нескольких страниц</translation>
    </message>
    <message>
        <source>Advertisements that cannot be looked at</source>
        <translation>Реклама, которую нельзя рассмотреть</translation>
    </message>
    <message>
        <source>Version of the PDF</source>
        <translation>Версия PDF</translation>
    </message>
    <message>
        <source>Identity of the PDF</source>
        <translation>Идентификатор PDF</translation>
    </message>
    <message>
        <source>Not PDF/X-4</source>
        <translation>Не PDF/X-4</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Метаданные</translation>
    </message>
    <message>
        <source>Trapping not stated</source>
        <translation>О треппинге не сказано</translation>
    </message>
    <message>
        <source>Output intent</source>
        <translation>Условия печати (output intent)</translation>
    </message>
    <message>
        <source>Scripts and actions</source>
        <translation>Сценарии и действия</translation>
    </message>
    <message>
        <source>Links and notes on the sheet</source>
        <translation>Ссылки и заметки на листе</translation>
    </message>
    <message>
        <source>What PDF/X forbids</source>
        <translation>То, что запрещает PDF/X</translation>
    </message>
    <message>
        <source>Page labels</source>
        <translation>Метки страниц</translation>
    </message>
    <message>
        <source>Page boxes</source>
        <translation>Рамки страниц</translation>
    </message>
    <message>
        <source>Pages of another size</source>
        <translation>Страницы другого размера</translation>
    </message>
    <message>
        <source>Pages that cannot be looked at</source>
        <translation>Страницы, которые нельзя рассмотреть</translation>
    </message>
    <message>
        <source>Transparency not in CMYK</source>
        <translation>Прозрачность не в CMYK</translation>
    </message>
    <message>
        <source>Colours not in CMYK</source>
        <translation>Цвета не в CMYK</translation>
    </message>
    <message>
        <source>Fonts not embedded</source>
        <translation>Шрифты не внедрены</translation>
    </message>
    <message>
        <source>`{way}` leads back to itself</source>
        <translation>`{way}` возвращается к началу</translation>
    </message>
    <message>
        <source>there is no preflight profile `{name}`</source>
        <translation>нет профиля проверки `{name}`</translation>
    </message>
    <message>
        <source>the preflight profile has no keys</source>
        <translation>в профиле проверки нет ключей</translation>
    </message>
    <message>
        <source>`{key}` is beyond what can be measured</source>
        <translation>`{key}` за пределами измеримого</translation>
    </message>
    <message>
        <source>`{key}` is an error before it is a warning</source>
        <translation>`{key}` — ошибка раньше, чем предупреждение</translation>
    </message>
    <message>
        <source>write `limits:` or `rules:`</source>
        <translation>напишите `limits:` или `rules:`</translation>
    </message>
    <message>
        <source>write a number from 0 to 10000</source>
        <translation>напишите число от 0 до 10000</translation>
    </message>
    <message>
        <source>there is no rule `{rule}`</source>
        <translation>нет правила `{rule}`</translation>
    </message>
    <message>
        <source>the limit for errors is the lower one</source>
        <translation>поставьте предел ошибок ниже предела предупреждений</translation>
    </message>
    <message>
        <source>write the least, then the most (0: no limit)</source>
        <translation>напишите наименьшее, затем наибольшее (0 — без предела)</translation>
    </message>
    <message>
        <source>write them from left to right, as [[1, 6], [7, 12]]</source>
        <translation>напишите их слева направо: [[1, 6], [7, 12]]</translation>
    </message>
    <message>
        <source>least and most, up to {most}</source>
        <translation>напишите наименьшее и наибольшее, до {most}</translation>
    </message>
    <message>
        <source>style</source>
        <translation>стиль</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>цвет</translation>
    </message>
    <message>
        <source>font</source>
        <translation>шрифт</translation>
    </message>
    <message>
        <source>the page has no area</source>
        <translation>у полосы нет площади</translation>
    </message>
    <message>
        <source>width and height are mm, bleed 0 or more</source>
        <translation>напишите ширину и высоту в мм, вылет от 0</translation>
    </message>
    <message>
        <source>the grid cannot be drawn</source>
        <translation>сетку нельзя построить</translation>
    </message>
    <message>
        <source>columns from 1, baseline above 0, hang at most a baseline</source>
        <translation>поставьте колонок от 1, шаг строк больше 0, hang не больше шага строк</translation>
    </message>
    <message>
        <source>the scale must rise from size to size</source>
        <translation>кегли шкалы должны расти</translation>
    </message>
    <message>
        <source>write each size once, the smallest first</source>
        <translation>напишите каждый кегль один раз, начиная с наименьшего</translation>
    </message>
    <message>
        <source>fill is {fill:g}</source>
        <translation>у fill значение {fill:g}</translation>
    </message>
    <message>
        <source>it is the least filled part of a last page, above 0 and at most 1</source>
        <translation>поставьте наименьшую долю заполнения последней полосы: больше 0 и не больше 1</translation>
    </message>
    <message>
        <source>{size:g} pt is not on the scale</source>
        <translation>кегля {size:g} пт нет на шкале</translation>
    </message>
    <message>
        <source>lines of {size:g} pt would overlap on {leading:g} pt</source>
        <translation>строки кегля {size:g} пт налезут друг на друга при интерлиньяже {leading:g} пт</translation>
    </message>
    <message>
        <source>`{name}` stands in columns; {leading:g} pt leaves the grid of {baseline:g}</source>
        <translation>`{name}` стоит в колонках; интерлиньяж {leading:g} пт уходит с сетки {baseline:g}</translation>
    </message>
    <message>
        <source>the body&apos;s leading is not the grid&apos;s baseline</source>
        <translation>интерлиньяж основного текста не равен шагу сетки</translation>
    </message>
    <message>
        <source>use {baseline:g}</source>
        <translation>поставьте {baseline:g}</translation>
    </message>
    <message>
        <source>`{name}` is no template&apos;s name</source>
        <translation>`{name}` — не имя шаблона</translation>
    </message>
    <message>
        <source>write it as family/variant</source>
        <translation>напишите как семейство/вариант</translation>
    </message>
    <message>
        <source>photos {least} to {most}</source>
        <translation>фотографий от {least} до {most}</translation>
    </message>
    <message>
        <source>write the least, then the most</source>
        <translation>напишите наименьшее, затем наибольшее</translation>
    </message>
    <message>
        <source>pages {least} to {most}</source>
        <translation>страниц от {least} до {most}</translation>
    </message>
    <message>
        <source>a spread has two pages</source>
        <translation>в развороте две полосы</translation>
    </message>
    <message>
        <source>write pages: [2, 0]</source>
        <translation>напишите pages: [2, 0]</translation>
    </message>
    <message>
        <source>text columns overlap or are missing</source>
        <translation>текстовых колонок нет, или они перекрываются</translation>
    </message>
    <message>
        <source>the head has no style for its title</source>
        <translation>у шапки нет стиля для заголовка</translation>
    </message>
    <message>
        <source>name at least one, the largest first</source>
        <translation>назовите хотя бы один, начиная с самого крупного</translation>
    </message>
    <message>
        <source>{count} places for up to {most} photographs</source>
        <translation>мест {count}, а фотографий бывает до {most}</translation>
    </message>
    <message>
        <source>add slots, or one with `page: 0`</source>
        <translation>добавьте места или одно с `page: 0`</translation>
    </message>
    <message>
        <source>lines {least} to {most}</source>
        <translation>строк от {least} до {most}</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>страница {page}</translation>
    </message>
    <message>
        <source>pages are counted from 1; 0 is every later one</source>
        <translation>считайте полосы с 1; 0 — каждая следующая</translation>
    </message>
    <message>
        <source>a picture that bleeds has its caption below</source>
        <translation>у снимка навылет подпись стоит под ним</translation>
    </message>
    <message>
        <source>write caption: below</source>
        <translation>напишите caption: below</translation>
    </message>
    <message>
        <source>on a photograph text is legible from {least:g} to 1</source>
        <translation>поставьте от {least:g} до 1: иначе текст на снимке не прочесть</translation>
    </message>
    <message>
        <source>the contents has no setting</source>
        <translation>у содержания нет вариантов набора</translation>
    </message>
    <message>
        <source>add at least one</source>
        <translation>добавьте хотя бы один</translation>
    </message>
    <message>
        <source>there is no template of the family `{family}`</source>
        <translation>нет шаблона семейства `{family}`</translation>
    </message>
    <message>
        <source>add `{family}/…`</source>
        <translation>добавьте `{family}/…`</translation>
    </message>
    <message>
        <source>`{word}` is no size of advertisements</source>
        <translation>`{word}` — не размер рекламы</translation>
    </message>
    <message>
        <source>the margins leave no type area</source>
        <translation>поля не оставляют места набору</translation>
    </message>
    <message>
        <source>make them smaller, or the page larger</source>
        <translation>уменьшите поля или увеличьте полосу</translation>
    </message>
    <message>
        <source>the nearest size is {nearest:g}</source>
        <translation>ближайший кегль — {nearest:g}</translation>
    </message>
    <message>
        <source>raise the leading</source>
        <translation>увеличьте интерлиньяж</translation>
    </message>
    <message>
        <source>use {baseline:g} or {twice:g}</source>
        <translation>поставьте {baseline:g} или {twice:g}</translation>
    </message>
    <message>
        <source>{most} lines do not fit</source>
        <translation>строк {most}: не помещаются</translation>
    </message>
    <message>
        <source>the type area has {most}</source>
        <translation>в полосе набора их {most}</translation>
    </message>
    <message>
        <source>add caption-columns: [first, last]</source>
        <translation>добавьте caption-columns: [первая, последняя]</translation>
    </message>
    <message>
        <source>an opacity of {opacity:g}</source>
        <translation>непрозрачность {opacity:g}</translation>
    </message>
    <message>
        <source>`{word}` has no area</source>
        <translation>у `{word}` нет площади</translation>
    </message>
    <message>
        <source>write its width and height in mm</source>
        <translation>напишите ширину и высоту в мм</translation>
    </message>
    <message>
        <source>`{key}` has no `{word}`</source>
        <translation>в `{key}` нет `{word}`</translation>
    </message>
    <message>
        <source>add `{word}: …`</source>
        <translation>добавьте `{word}: …`</translation>
    </message>
    <message>
        <source>columns {first} to {last}</source>
        <translation>колонки от {first} до {last}</translation>
    </message>
    <message>
        <source>the grid has columns 1 to {columns}</source>
        <translation>в сетке колонки от 1 до {columns}</translation>
    </message>
    <message>
        <source>there is no {what} `{value}`</source>
        <translation>{what} `{value}`: такого нет</translation>
    </message>
    <message>
        <source>there is no font file `{file}`</source>
        <translation>нет файла шрифта `{file}`</translation>
    </message>
    <message>
        <source>the price {name} is {price:g}</source>
        <translation>цена {name} равна {price:g}</translation>
    </message>
    <message>
        <source>prices are 0 or more, and below {dearest:g}</source>
        <translation>поставьте цену от 0 и меньше {dearest:g}</translation>
    </message>
    <message>
        <source>a caption beside its picture needs columns</source>
        <translation>подписи сбоку от снимка нужны колонки</translation>
    </message>
    <message>
        <source>`{word}` is larger than the type area</source>
        <translation>`{word}` больше полосы набора</translation>
    </message>
    <message>
        <source>that has {width:g} × {height:g} mm</source>
        <translation>уменьшите: в полосе набора {width:g} × {height:g} мм</translation>
    </message>
    <message>
        <source>the caption stands on its picture</source>
        <translation>подпись стоит на своём снимке</translation>
    </message>
    <message>
        <source>use columns beside the picture&apos;s</source>
        <translation>возьмите колонки рядом со снимком</translation>
    </message>
    <message>
        <source>an ink of {ink:g} %</source>
        <translation>краска {ink:g} %</translation>
    </message>
    <message>
        <source>inks are per cent, from 0 to 100</source>
        <translation>напишите краски в процентах, от 0 до 100</translation>
    </message>
    <message>
        <source>`{colour}` is no screen colour</source>
        <translation>`{colour}` — не цвет экрана</translation>
    </message>
    <message>
        <source>write it as &quot;#0b4152&quot;</source>
        <translation>напишите так: &quot;#0b4152&quot;</translation>
    </message>
    <message>
        <source>`{key}` must be a name</source>
        <translation>`{key}` — это имя</translation>
    </message>
    <message>
        <source>write the name of another one</source>
        <translation>напишите имя другого</translation>
    </message>
    <message>
        <source>there is no `{name}`</source>
        <translation>нет `{name}`</translation>
    </message>
    <message>
        <source>take one out</source>
        <translation>уберите одно звено</translation>
    </message>
    <message>
        <source>`{names}` leads back to itself</source>
        <translation>`{names}` возвращается к началу</translation>
    </message>
    <message>
        <source>there is no theme `{name}`</source>
        <translation>нет темы `{name}`</translation>
    </message>
    <message>
        <source>the file holds no keys</source>
        <translation>в файле нет ключей</translation>
    </message>
    <message>
        <source>write `colours: …` as in a theme</source>
        <translation>напишите `colours: …`, как в теме</translation>
    </message>
    <message>
        <source>the theme cannot be read: {error}</source>
        <translation>тема не читается: {error}</translation>
    </message>
    <message>
        <source>the page has no TrimBox: nobody knows where it is cut</source>
        <translation>у страницы нет TrimBox: неизвестно, где её режут</translation>
    </message>
    <message>
        <source>the page is {size} mm large, not {expected} mm</source>
        <translation>размер страницы {size} мм, а не {expected} мм</translation>
    </message>
    <message>
        <source>something is transparent, and the page does not say in what colours it blends</source>
        <translation>есть прозрачность, а в каких цветах она смешивается, страница не говорит</translation>
    </message>
    <message>
        <source>the page cannot be looked at: {reason}</source>
        <translation>страницу нельзя рассмотреть: {reason}</translation>
    </message>
    <message>
        <source>the {inner} is not within the {outer}</source>
        <translation>{inner} выходит за {outer}</translation>
    </message>
    <message>
        <source>an annotation ({kind}) stands on the sheet</source>
        <translation>на листе стоит аннотация ({kind})</translation>
    </message>
    <message>
        <source>transparency blends in {space} ({object})</source>
        <translation>прозрачность смешивается в {space} ({object})</translation>
    </message>
    <message>
        <source>the CropBox is not the MediaBox</source>
        <translation>CropBox не совпадает с MediaBox</translation>
    </message>
    <message>
        <source>there is an ArtBox beside the TrimBox</source>
        <translation>кроме TrimBox есть ArtBox</translation>
    </message>
    <message>
        <source>the page has units of its own (UserUnit)</source>
        <translation>у страницы свои единицы (UserUnit)</translation>
    </message>
    <message>
        <source>the page has {bleed:g} mm of bleed</source>
        <translation>вылет страницы {bleed:g} мм</translation>
    </message>
    <message>
        <source>the page has actions</source>
        <translation>у страницы есть действия</translation>
    </message>
    <message>
        <source>the page cannot be placed: {reason}</source>
        <translation>страницу нельзя поставить: {reason}</translation>
    </message>
    <message>
        <source>the spot colour {colour} is used ({object})</source>
        <translation>есть смесевая краска {colour} ({object})</translation>
    </message>
    <message>
        <source>{colour} is used, not CMYK alone ({object})</source>
        <translation>не только CMYK, но и {colour} ({object})</translation>
    </message>
    <message>
        <source>text is set in {font}, a font of Type 3</source>
        <translation>текст набран шрифтом {font} типа Type 3</translation>
    </message>
    <message>
        <source>text is set in {font}, which is not embedded</source>
        <translation>текст набран шрифтом {font}, который не внедрён</translation>
    </message>
    <message>
        <source>white text overprints: it is not seen</source>
        <translation>белый текст с наложением: его не видно</translation>
    </message>
    <message>
        <source>black text has {total} % of ink; it may have {most} %</source>
        <translation>сумма красок чёрного текста {total} %, а можно {most} %</translation>
    </message>
    <message>
        <source>a white area overprints: it is not seen ({object})</source>
        <translation>белая плашка с наложением: её не видно ({object})</translation>
    </message>
    <message>
        <source>convert it to CMYK</source>
        <translation>преобразуйте в CMYK</translation>
    </message>
    <message>
        <source>embed the font as OpenType</source>
        <translation>внедрите шрифт как OpenType</translation>
    </message>
    <message>
        <source>text of {size:g} pt in {font} is in {inks}, which needs {least:g} pt</source>
        <translation>текст кегля {size:g} пт, {font} ({inks}), мелок: нужно {least:g} пт</translation>
    </message>
    <message>
        <source>white</source>
        <translation>вывороткой</translation>
    </message>
    <message numerus="yes">
        <source>{count} inks</source>
        <translation>
            <numerusform>красок: {count}</numerusform>
            <numerusform>красок: {count}</numerusform>
            <numerusform>красок: {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>black text of {size:g} pt does not overprint: a white edge shows where plates are out of register</source>
        <translation>чёрный текст кегля {size:g} пт печатается без наложения: при неприводке проступит белая кайма</translation>
    </message>
    <message>
        <source>let black text overprint</source>
        <translation>поставьте чёрный текст с наложением</translation>
    </message>
    <message>
        <source>give it less ink</source>
        <translation>уменьшите краску</translation>
    </message>
    <message>
        <source>the pages have no labels: the printer&apos;s numbers are not the issue&apos;s</source>
        <translation>у страниц нет меток: номера в типографии не те, что в выпуске</translation>
    </message>
    <message>
        <source>the file does not say whether it is trapped</source>
        <translation>файл не говорит, сделан ли треппинг</translation>
    </message>
    <message>
        <source>the file has no output intent for PDF/X</source>
        <translation>в файле нет условий печати (output intent) для PDF/X</translation>
    </message>
    <message>
        <source>the file says that it is {version}, not PDF/X-4</source>
        <translation>файл называет себя {version}, а не PDF/X-4</translation>
    </message>
    <message>
        <source>the file is no PDF/X-4</source>
        <translation>файл — не PDF/X-4</translation>
    </message>
    <message>
        <source>the file has several output intents for PDF/X</source>
        <translation>в файле несколько условий печати (output intent) для PDF/X</translation>
    </message>
    <message>
        <source>the file is PDF {version}</source>
        <translation>файл — PDF {version}</translation>
    </message>
    <message>
        <source>the file has no identity (ID)</source>
        <translation>у файла нет идентификатора (ID)</translation>
    </message>
    <message>
        <source>the metadata lacks {keys}</source>
        <translation>в метаданных нет {keys}</translation>
    </message>
    <message>
        <source>the output intent names no printing condition</source>
        <translation>output intent не называет условий печати</translation>
    </message>
    <message>
        <source>the output intent has no profile</source>
        <translation>в output intent нет профиля</translation>
    </message>
    <message>
        <source>the output intent&apos;s profile is not one of a CMYK press</source>
        <translation>профиль в output intent не для печати CMYK</translation>
    </message>
    <message>
        <source>the file has scripts or actions</source>
        <translation>в файле есть сценарии или действия</translation>
    </message>
    <message>
        <source>the file has a form to be filled in</source>
        <translation>в файле есть форма для заполнения</translation>
    </message>
    <message>
        <source>object {number} has {what}, which PDF/X-4 forbids</source>
        <translation>в объекте {number} есть {what}, что PDF/X-4 запрещает</translation>
    </message>
    <message>
        <source>the metadata is compressed</source>
        <translation>метаданные сжаты</translation>
    </message>
    <message>
        <source>there is {words}, …</source>
        <translation>бывает {words}, …</translation>
    </message>
    <message>
        <source>there is {words}</source>
        <translation>бывает {words}</translation>
    </message>
    <message>
        <source>delete it</source>
        <translation>удалите</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>набор ключей</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>`{raw}`</source>
        <translation>`{raw}`</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>`{key}` must be text, not {found}</source>
        <translation>`{key}` — это текст, а здесь {found}</translation>
    </message>
    <message>
        <source>put the text in quotes</source>
        <translation>заключите текст в кавычки</translation>
    </message>
    <message>
        <source>`{key}` must be a whole number, not {found}</source>
        <translation>`{key}` — это целое число, а здесь {found}</translation>
    </message>
    <message>
        <source>write digits, without quotes</source>
        <translation>напишите цифрами, без кавычек</translation>
    </message>
    <message>
        <source>`{key}` must be a number, not {found}</source>
        <translation>`{key}` — это число, а здесь {found}</translation>
    </message>
    <message>
        <source>write digits, without a unit or quotes</source>
        <translation>напишите цифрами, без единиц и кавычек</translation>
    </message>
    <message>
        <source>`{key}` must be true or false, not {found}</source>
        <translation>`{key}` — это true или false, а здесь {found}</translation>
    </message>
    <message>
        <source>write true or false</source>
        <translation>напишите true или false</translation>
    </message>
    <message>
        <source>`{key}` must be a date of the calendar, not {found}</source>
        <translation>`{key}` — это календарная дата, а здесь {found}</translation>
    </message>
    <message>
        <source>write it as 2024-04-05</source>
        <translation>напишите так: 2024-04-05</translation>
    </message>
    <message>
        <source>unknown key `{key}`</source>
        <translation>неизвестный ключ `{key}`</translation>
    </message>
    <message>
        <source>`{key}` has no value</source>
        <translation>у `{key}` нет значения</translation>
    </message>
    <message>
        <source>write text after it</source>
        <translation>напишите после него текст</translation>
    </message>
    <message>
        <source>`{key}` cannot be {found}</source>
        <translation>`{key}`: {found} здесь не подходит</translation>
    </message>
    <message>
        <source>write [{form}]</source>
        <translation>напишите [{form}]</translation>
    </message>
    <message>
        <source>did you mean `{nearest}`?</source>
        <translation>возможно, `{nearest}`?</translation>
    </message>
    <message>
        <source>{found} stands where keys are needed</source>
        <translation>{found} там, где нужны ключи</translation>
    </message>
    <message>
        <source>write {keys} …</source>
        <translation>напишите {keys} …</translation>
    </message>
    <message>
        <source>`{key}` must be a list, not {found}</source>
        <translation>`{key}` — это список, а здесь {found}</translation>
    </message>
    <message>
        <source>write [ … ], or one `- ` a line</source>
        <translation>напишите [ … ] или по одному с `- ` в строке</translation>
    </message>
    <message>
        <source>`{key}` must be a list of {count}, not {found}</source>
        <translation>`{key}` — это список, элементов {count}, а здесь {found}</translation>
    </message>
    <message>
        <source>`{key}` must be a mapping, not {found}</source>
        <translation>`{key}` — это набор ключей, а здесь {found}</translation>
    </message>
    <message>
        <source>write `name: value`</source>
        <translation>напишите `имя: значение`</translation>
    </message>
    <message>
        <source>`{key}` is missing</source>
        <translation>нет ключа `{key}`</translation>
    </message>
    <message>
        <source>add `{key}: …`</source>
        <translation>добавьте `{key}: …`</translation>
    </message>
    <message>
        <source>there are {brackets:,} opening brackets; this is no article</source>
        <translation>открывающих скобок {brackets:,}: это не статья</translation>
    </message>
    <message>
        <source>delete what is no text</source>
        <translation>удалите то, что не текст</translation>
    </message>
    <message>
        <source>the control character U+{code:04X} cannot be printed</source>
        <translation>управляющий знак U+{code:04X} нельзя напечатать</translation>
    </message>
    <message>
        <source>a quotation</source>
        <translation>цитата</translation>
    </message>
    <message>
        <source>a footnote</source>
        <translation>сноска</translation>
    </message>
    <message>
        <source>put its words in the text, or in a box: `&gt; [!box]`</source>
        <translation>перенесите её слова в текст или во врезку: `&gt; [!box]`</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>таблица</translation>
    </message>
    <message>
        <source>write it as a list, or make a picture of it</source>
        <translation>напишите списком или сделайте из неё изображение</translation>
    </message>
    <message>
        <source>`[{label}]: …` is the target of no link, and would not be printed</source>
        <translation>`[{label}]: …` не нужен ни одной ссылке и не будет напечатан</translation>
    </message>
    <message>
        <source>write `## ` before the heading; leave an empty line before a `---` that is none</source>
        <translation>напишите `## ` перед заголовком; если это не заголовок, оставьте перед `---` пустую строку</translation>
    </message>
    <message>
        <source>write it as the first line of a quotation, `&gt; [!{word}]`</source>
        <translation>напишите первой строкой цитаты: `&gt; [!{word}]`</translation>
    </message>
    <message>
        <source>`[!{word}]` does nothing here</source>
        <translation>`[!{word}]` здесь ничего не делает</translation>
    </message>
    <message>
        <source>escape it as \[ where words are meant, else delete it</source>
        <translation>если это слова, напишите \[, иначе удалите</translation>
    </message>
    <message>
        <source>code</source>
        <translation>код</translation>
    </message>
    <message>
        <source>take the ``` away</source>
        <translation>уберите ```</translation>
    </message>
    <message>
        <source>start the lines at the margin, without four spaces</source>
        <translation>начните строки от края, без четырёх пробелов</translation>
    </message>
    <message>
        <source>a rule</source>
        <translation>линейка</translation>
    </message>
    <message>
        <source>delete it, or write a `##` heading</source>
        <translation>удалите или напишите заголовок `##`</translation>
    </message>
    <message>
        <source>a heading underlined with {markup}</source>
        <translation>заголовок, подчёркнутый {markup}</translation>
    </message>
    <message>
        <source>write its words, or delete it</source>
        <translation>впишите слова или удалите</translation>
    </message>
    <message>
        <source>a pinned photo has words of its own</source>
        <translation>у закреплённой фотографии есть свои слова</translation>
    </message>
    <message>
        <source>its alt text and caption stand in the front matter</source>
        <translation>её alt и подпись стоят в полях статьи</translation>
    </message>
    <message>
        <source>write it as a paragraph of its own, outside quotations and lists</source>
        <translation>напишите отдельным абзацем, вне цитат и списков</translation>
    </message>
    <message>
        <source>a third level of lists</source>
        <translation>третий уровень списка</translation>
    </message>
    <message>
        <source>write it as two levels</source>
        <translation>обойдитесь двумя уровнями</translation>
    </message>
    <message>
        <source>a box to tick</source>
        <translation>флажок</translation>
    </message>
    <message>
        <source>write the item without [ ]</source>
        <translation>напишите пункт без [ ]</translation>
    </message>
    <message>
        <source>a quotation in {inside}</source>
        <translation>цитата внутри блока «{inside}»</translation>
    </message>
    <message>
        <source>write it as a block of its own</source>
        <translation>напишите отдельным блоком</translation>
    </message>
    <message>
        <source>a heading</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <source>{thing} in {inside}</source>
        <translation>{thing} внутри блока «{inside}»</translation>
    </message>
    <message>
        <source>{thing} without words</source>
        <translation>{thing} без слов</translation>
    </message>
    <message>
        <source>words stand beside `[!pull]`</source>
        <translation>рядом с `[!pull]` стоят слова</translation>
    </message>
    <message>
        <source>start the pull quote&apos;s words on the next line</source>
        <translation>начните слова врезки со следующей строки</translation>
    </message>
    <message>
        <source>a box</source>
        <translation>врезка</translation>
    </message>
    <message>
        <source>a pull quote</source>
        <translation>врезка-цитата</translation>
    </message>
    <message>
        <source>raw HTML (`{words}`)</source>
        <translation>HTML (`{words}`)</translation>
    </message>
    <message>
        <source>write Markdown, or escape the &lt; as \&lt;</source>
        <translation>напишите на Markdown или замените &lt; на \&lt;</translation>
    </message>
    <message>
        <source>a `#` heading</source>
        <translation>заголовок `#`</translation>
    </message>
    <message>
        <source>a list item</source>
        <translation>пункт списка</translation>
    </message>
    <message>
        <source>the title stands in the front matter; heads in the text are ## and ###</source>
        <translation>заголовок статьи стоит в её полях; в тексте бывают ## и ###</translation>
    </message>
    <message>
        <source>a heading of level {level}</source>
        <translation>заголовок уровня {level}</translation>
    </message>
    <message>
        <source>write ## or ###</source>
        <translation>напишите ## или ###</translation>
    </message>
    <message>
        <source>this</source>
        <translation>это</translation>
    </message>
    <message>
        <source>put the file there, or correct the path</source>
        <translation>положите туда файл или исправьте путь</translation>
    </message>
    <message>
        <source>Windows-1251 (Cyrillic)</source>
        <translation>Windows-1251 (кириллица)</translation>
    </message>
    <message>
        <source>Latin-1 or Windows-1252</source>
        <translation>Latin-1 или Windows-1252</translation>
    </message>
    <message>
        <source>the path {path} is refused: {reason}</source>
        <translation>путь {path} не принят: {reason}</translation>
    </message>
    <message>
        <source>{path} is a folder</source>
        <translation>{path} — это папка</translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation>назовите файл в ней</translation>
    </message>
    <message>
        <source>it is a device, a pipe or a socket</source>
        <translation>это устройство, канал или сокет</translation>
    </message>
    <message>
        <source>name a plain file</source>
        <translation>назовите обычный файл</translation>
    </message>
    <message>
        <source>it is larger than {size:,} KB</source>
        <translation>файл больше {size:,} КБ</translation>
    </message>
    <message>
        <source>split it, or remove what is no text</source>
        <translation>разделите его или уберите то, что не текст</translation>
    </message>
    <message>
        <source>it has a NUL byte: this is no text</source>
        <translation>есть нулевой байт: это не текст</translation>
    </message>
    <message>
        <source>restore the file, or delete the byte</source>
        <translation>восстановите файл или удалите этот байт</translation>
    </message>
    <message>
        <source>it is empty, or has a space at an end</source>
        <translation>он пуст или с пробелом на конце</translation>
    </message>
    <message>
        <source>write the path of a file</source>
        <translation>напишите путь к файлу</translation>
    </message>
    <message>
        <source>it is longer than {most:,} characters</source>
        <translation>он длиннее {most:,} знаков</translation>
    </message>
    <message>
        <source>it has a control character</source>
        <translation>в нём управляющий знак</translation>
    </message>
    <message>
        <source>write it on one line</source>
        <translation>напишите в одну строку</translation>
    </message>
    <message>
        <source>it has a backslash</source>
        <translation>в нём обратная косая черта</translation>
    </message>
    <message>
        <source>write {path}</source>
        <translation>напишите {path}</translation>
    </message>
    <message>
        <source>it is absolute</source>
        <translation>он абсолютный</translation>
    </message>
    <message>
        <source>copy the file into the issue&apos;s folder, and write its path from there</source>
        <translation>скопируйте файл в папку номера и напишите путь от неё</translation>
    </message>
    <message>
        <source>it is an address of the web</source>
        <translation>это адрес в сети</translation>
    </message>
    <message>
        <source>save the file into the issue&apos;s folder, and write its path from there</source>
        <translation>сохраните файл в папку номера и напишите путь от неё</translation>
    </message>
    <message>
        <source>`..` leaves the folder</source>
        <translation>`..` выходит из папки</translation>
    </message>
    <message>
        <source>a link leads out of the issue&apos;s folder</source>
        <translation>ссылка ведёт за пределы папки номера</translation>
    </message>
    <message>
        <source>copy the file into the folder</source>
        <translation>скопируйте файл в папку</translation>
    </message>
    <message>
        <source>there is no file {path}</source>
        <translation>нет файла {path}</translation>
    </message>
    <message>
        <source>it cannot be read: {reason}</source>
        <translation>файл не читается: {reason}</translation>
    </message>
    <message>
        <source>check the file&apos;s permissions</source>
        <translation>проверьте права на файл</translation>
    </message>
    <message>
        <source>it is {encoding}, not UTF-8</source>
        <translation>это {encoding}, а не UTF-8</translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation>сохраните в UTF-8</translation>
    </message>
    <message>
        <source>it looks like UTF-16, not UTF-8</source>
        <translation>похоже на UTF-16, а не UTF-8</translation>
    </message>
    <message>
        <source>the byte {byte:02X} is not UTF-8; it looks like {guess}</source>
        <translation>байт {byte:02X} не из UTF-8; похоже на {guess}</translation>
    </message>
    <message>
        <source>did you mean {place}/{found}?</source>
        <translation>возможно, {place}/{found}?</translation>
    </message>
    <message>
        <source>did you mean {found}?</source>
        <translation>возможно, {found}?</translation>
    </message>
    <message>
        <source>the PDF has hidden layers; they are left out</source>
        <translation>в PDF есть скрытые слои; они пропущены</translation>
    </message>
    <message numerus="yes">
        <source>the article has {count} photos</source>
        <translation>
            <numerusform>в статье {count} фотография</numerusform>
            <numerusform>в статье {count} фотографии</numerusform>
            <numerusform>в статье {count} фотографий</numerusform>
        </translation>
    </message>
    <message>
        <source>in line {line}</source>
        <translation>в строке {line}</translation>
    </message>
    <message>
        <source>above</source>
        <translation>выше</translation>
    </message>
    <message>
        <source>the article has no photo</source>
        <translation>в статье нет фотографий</translation>
    </message>
    <message>
        <source>put a text that contains `: ` in quotes</source>
        <translation>текст, в котором есть `: `, заключите в кавычки</translation>
    </message>
    <message>
        <source>{some} or `{last}:`</source>
        <translation>{some} или `{last}:`</translation>
    </message>
    <message>
        <source>stay between 1:{most} and {most}:1</source>
        <translation>держитесь между 1:{most} и {most}:1</translation>
    </message>
    <message>
        <source>the file was deleted by another program since it was read; nothing was saved</source>
        <translation>файл удалила другая программа уже после чтения; ничего не сохранено</translation>
    </message>
    <message>
        <source>write https://{address}</source>
        <translation>напишите https://{address}</translation>
    </message>
    <message>
        <source>a link starts with https:// or mailto:</source>
        <translation>ссылка начинается с https:// или mailto:</translation>
    </message>
    <message>
        <source>the link `{address}` leads nowhere</source>
        <translation>ссылка `{address}` никуда не ведёт</translation>
    </message>
    <message>
        <source>{thing} has no place in an article yet</source>
        <translation>{thing}: в статье этому пока нет места</translation>
    </message>
    <message>
        <source>a footnote (`{words}`)</source>
        <translation>сноска (`{words}`)</translation>
    </message>
    <message>
        <source>struck-out text</source>
        <translation>зачёркнутый текст</translation>
    </message>
    <message>
        <source>delete it, or escape the ~ as \~</source>
        <translation>удалите или замените ~ на \~</translation>
    </message>
    <message>
        <source>code (`{words}`)</source>
        <translation>код (`{words}`)</translation>
    </message>
    <message>
        <source>write the words without the grave accents</source>
        <translation>напишите слова без обратных кавычек</translation>
    </message>
    <message>
        <source>list it under `photos:` in the front matter, and write `![](photo:1)` as a paragraph of its own</source>
        <translation>внесите его в `photos:` в полях статьи и напишите `![](photo:1)` отдельным абзацем</translation>
    </message>
    <message>
        <source>a picture here (`{address}`)</source>
        <translation>изображение здесь (`{address}`)</translation>
    </message>
    <message>
        <source>put a value that contains `: ` in quotes, and check the indentation</source>
        <translation>значение, в котором есть `: `, заключите в кавычки и проверьте отступы</translation>
    </message>
    <message>
        <source>indent with spaces, not tabs</source>
        <translation>делайте отступы пробелами, а не табуляцией</translation>
    </message>
    <message>
        <source>put a value that starts with @, %, ` or a tab in quotes; indent with spaces</source>
        <translation>значение, которое начинается с @, %, ` или табуляции, заключите в кавычки; отступы делайте пробелами</translation>
    </message>
    <message>
        <source>close the quotation mark</source>
        <translation>закройте кавычку</translation>
    </message>
    <message>
        <source>close the bracket or brace</source>
        <translation>закройте скобку</translation>
    </message>
    <message>
        <source>write \\ for a backslash, or use single quotes</source>
        <translation>пишите \\ вместо обратной косой черты или возьмите одинарные кавычки</translation>
    </message>
    <message>
        <source>put a value with quotation marks or brackets inside in quotes, and check the indentation</source>
        <translation>значение с кавычками или скобками внутри заключите в кавычки и проверьте отступы</translation>
    </message>
    <message>
        <source>items of one list start with `- ` in one column</source>
        <translation>пункты одного списка начинайте с `- ` на одном отступе</translation>
    </message>
    <message>
        <source>start a list on a line of its own</source>
        <translation>начните список с отдельной строки</translation>
    </message>
    <message>
        <source>write it flatter</source>
        <translation>уменьшите вложенность</translation>
    </message>
    <message>
        <source>write `key: value`</source>
        <translation>напишите `ключ: значение`</translation>
    </message>
    <message>
        <source>start the text on the line after | or &gt;</source>
        <translation>начните текст со строки после | или &gt;</translation>
    </message>
    <message>
        <source>mapping values are not allowed in this context</source>
        <translation>значение с ключом здесь не может стоять</translation>
    </message>
    <message>
        <source>block sequence entries are not allowed in this context</source>
        <translation>пункт списка здесь не может стоять</translation>
    </message>
    <message>
        <source>found character that cannot start any token</source>
        <translation>знак, с которого ничего не начинается</translation>
    </message>
    <message>
        <source>found a tab character where an indentation space is expected</source>
        <translation>табуляция там, где нужен отступ пробелами</translation>
    </message>
    <message>
        <source>found unexpected end of stream</source>
        <translation>текст кончился раньше времени</translation>
    </message>
    <message>
        <source>found unknown escape character</source>
        <translation>неизвестный знак после обратной косой черты</translation>
    </message>
    <message>
        <source>could not find expected &apos;:&apos;</source>
        <translation>нет ожидаемого `:`</translation>
    </message>
    <message>
        <source>did not find expected key</source>
        <translation>нет ожидаемого ключа</translation>
    </message>
    <message>
        <source>did not find expected &apos;-&apos; indicator</source>
        <translation>нет ожидаемого `-`</translation>
    </message>
    <message>
        <source>did not find expected &apos;,&apos; or &apos;]&apos;</source>
        <translation>нет ожидаемых `,` или `]`</translation>
    </message>
    <message>
        <source>did not find expected &apos;,&apos; or &apos;}&apos;</source>
        <translation>нет ожидаемых `,` или `}`</translation>
    </message>
    <message>
        <source>did not find expected node content</source>
        <translation>нет ожидаемого значения</translation>
    </message>
    <message>
        <source>did not find expected comment or line break</source>
        <translation>нет ожидаемого конца строки</translation>
    </message>
    <message>
        <source>did not find expected &lt;document start&gt;</source>
        <translation>нет ожидаемого начала документа</translation>
    </message>
    <message>
        <source>did not find expected alphabetic or numeric character</source>
        <translation>нет ожидаемой буквы или цифры</translation>
    </message>
    <message>
        <source>while parsing a block mapping</source>
        <translation>в наборе ключей</translation>
    </message>
    <message>
        <source>while parsing a block collection</source>
        <translation>в списке</translation>
    </message>
    <message>
        <source>while parsing a flow mapping</source>
        <translation>внутри фигурных скобок</translation>
    </message>
    <message>
        <source>while parsing a flow sequence</source>
        <translation>внутри квадратных скобок</translation>
    </message>
    <message>
        <source>while parsing a flow node</source>
        <translation>в значении внутри скобок</translation>
    </message>
    <message>
        <source>while parsing a block node</source>
        <translation>в значении</translation>
    </message>
    <message>
        <source>while scanning an anchor</source>
        <translation>в якоре `&amp;`</translation>
    </message>
    <message>
        <source>while scanning an alias</source>
        <translation>в ссылке `*`</translation>
    </message>
    <message>
        <source>while scanning a block scalar</source>
        <translation>в тексте после | или &gt;</translation>
    </message>
    <message>
        <source>the character U+{code:04X} cannot stand in YAML</source>
        <translation>знак U+{code:04X} не может стоять в YAML</translation>
    </message>
    <message>
        <source>see how the lines around it are written</source>
        <translation>посмотрите, как написаны соседние строки</translation>
    </message>
    <message>
        <source>this is not YAML: {context}: {problem}</source>
        <translation>это не YAML: {context}: {problem}</translation>
    </message>
    <message>
        <source>this is not YAML: {problem}</source>
        <translation>это не YAML: {problem}</translation>
    </message>
    <message>
        <source>more than {most:,} values</source>
        <translation>больше {most:,} значений</translation>
    </message>
    <message>
        <source>split the file, or remove what is generated</source>
        <translation>разделите файл или уберите созданное программой</translation>
    </message>
    <message>
        <source>`&amp;{anchor}` is an anchor</source>
        <translation>`&amp;{anchor}` — это якорь</translation>
    </message>
    <message>
        <source>write the value where it is needed, or put a text that starts with &amp; in quotes</source>
        <translation>напишите значение там, где оно нужно; текст, который начинается с &amp;, заключите в кавычки</translation>
    </message>
    <message>
        <source>`{tag}` is a tag; values here have no types of their own</source>
        <translation>`{tag}` — это тег; у значений здесь нет своих типов</translation>
    </message>
    <message>
        <source>delete it, or put a text that starts with ! in quotes</source>
        <translation>удалите; текст, который начинается с !, заключите в кавычки</translation>
    </message>
    <message>
        <source>`{name}` is there twice; the first is in line {line}</source>
        <translation>`{name}` стоит дважды; первый раз в строке {line}</translation>
    </message>
    <message>
        <source>keep one</source>
        <translation>оставьте один</translation>
    </message>
    <message>
        <source>a key is a list or a mapping</source>
        <translation>ключ — это список или набор ключей</translation>
    </message>
    <message>
        <source>write a word as the key</source>
        <translation>напишите ключ одним словом</translation>
    </message>
    <message>
        <source>`&lt;&lt;` merges another mapping</source>
        <translation>`&lt;&lt;` подмешивает другой набор ключей</translation>
    </message>
    <message>
        <source>write the keys where they are needed</source>
        <translation>напишите ключи там, где они нужны</translation>
    </message>
    <message>
        <source>a key is empty</source>
        <translation>ключ пуст</translation>
    </message>
    <message>
        <source>more than {most} levels</source>
        <translation>больше {most} уровней</translation>
    </message>
    <message>
        <source>`*{anchor}` repeats a value by its anchor</source>
        <translation>`*{anchor}` повторяет значение по якорю</translation>
    </message>
    <message>
        <source>write the value again, or put a text that starts with * in quotes</source>
        <translation>напишите значение ещё раз; текст, который начинается с *, заключите в кавычки</translation>
    </message>
    <message>
        <source>a second document starts here</source>
        <translation>здесь начинается второй документ</translation>
    </message>
    <message>
        <source>delete the `---`</source>
        <translation>удалите `---`</translation>
    </message>
    <message>
        <source>its licence is restricted</source>
        <translation>лицензия ограничена</translation>
    </message>
    <message>
        <source>it may only be embedded whole</source>
        <translation>внедрять можно только целиком</translation>
    </message>
    <message>
        <source>only its bitmaps may be embedded</source>
        <translation>внедрять можно только растровые начертания</translation>
    </message>
</context>
<context>
    <name>Editions</name>
    <message>
        <source>for reading and correcting: colours of the screen, links, bookmarks</source>
        <translation>для чтения и правки: экранные цвета, ссылки, закладки</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Корректура</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>for the press: PDF/X-4, CMYK, bleed, marks</source>
        <translation>для типографии: PDF/X-4, CMYK, вылеты, метки</translation>
    </message>
    <message>
        <source>Spreads</source>
        <translation>Развороты</translation>
    </message>
    <message>
        <source>facing pages side by side, for a wide screen</source>
        <translation>соседние страницы рядом, для широкого экрана</translation>
    </message>
    <message>
        <source>Booklet</source>
        <translation>Брошюра</translation>
    </message>
    <message>
        <source>pages on sheets, to be folded and stapled</source>
        <translation>страницы на листах: согнуть и скрепить</translation>
    </message>
    <message>
        <source>Accessible</source>
        <translation>Доступная</translation>
    </message>
    <message>
        <source>for screen readers: tagged, PDF/UA</source>
        <translation>для экранных дикторов: с тегами, PDF/UA</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Laying out the last changes …</source>
        <translation>Верстаются последние изменения…</translation>
    </message>
    <message>
        <source>Painting the pages …</source>
        <translation>Рисуются страницы…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s); it will take about {seconds} s.</source>
        <translation>
            <numerusform>%n страница; займёт около {seconds} с.</numerusform>
            <numerusform>%n страницы; займёт около {seconds} с.</numerusform>
            <numerusform>%n страниц; займёт около {seconds} с.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pages are not laid out yet.</source>
        <translation>Страницы ещё не свёрстаны.</translation>
    </message>
    <message>
        <source>there are no pages</source>
        <translation>страниц нет</translation>
    </message>
    <message>
        <source>Preflight is looking the pages over …</source>
        <translation>Проверка смотрит страницы …</translation>
    </message>
    <message>
        <source>preflight found errors</source>
        <translation>проверка нашла ошибки</translation>
    </message>
    <message>
        <source>Painting the pages: {done} of {known}</source>
        <translation>Рисую страницы: {done} из {known}</translation>
    </message>
    <message>
        <source>Converting the photographs: {done} of {known}</source>
        <translation>Перевожу фотографии в краски: {done} из {known}</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Записываю файл</translation>
    </message>
    <message>
        <source>Reading the finished file back</source>
        <translation>Перечитываю готовый файл</translation>
    </message>
    <message>
        <source>{what}; about {seconds} s left</source>
        <translation>{what}; осталось около {seconds} с</translation>
    </message>
    <message numerus="yes">
        <source>Written: {file}, {size}, %n page(s) in {seconds} s</source>
        <translation>
            <numerusform>Записано: {file}, {size}, %n страница за {seconds} с</numerusform>
            <numerusform>Записано: {file}, {size}, %n страницы за {seconds} с</numerusform>
            <numerusform>Записано: {file}, {size}, %n страниц за {seconds} с</numerusform>
        </translation>
    </message>
    <message>
        <source>In the finished file: {problem}</source>
        <translation>В готовом файле: {problem}</translation>
    </message>
    <message>
        <source>Not written: {reason}. The old file is as it was.</source>
        <translation>Не записано: {reason}. Прежний файл не тронут.</translation>
    </message>
    <message>
        <source>Cancelled. The old file is as it was.</source>
        <translation>Отменено. Прежний файл не тронут.</translation>
    </message>
    <message>
        <source>Giving up …</source>
        <translation>Прекращается…</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>In all articles</source>
        <translation>Во всех статьях</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>С учётом регистра</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Слова целиком</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Образец</translation>
    </message>
    <message>
        <source>Not a pattern: {reason}</source>
        <translation>Это не образец: {reason}</translation>
    </message>
    <message>
        <source>More than {most} places</source>
        <translation>Больше {most} мест</translation>
    </message>
    <message>
        <source>{count} places in {articles} articles</source>
        <translation>Мест: {count}, статей: {articles}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n место</numerusform>
            <numerusform>%n места</numerusform>
            <numerusform>%n мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced: %n place(s)</source>
        <translation>
            <numerusform>Заменено: %n место</numerusform>
            <numerusform>Заменено: %n места</numerusform>
            <numerusform>Заменено: %n мест</numerusform>
        </translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Заменить на</translation>
    </message>
    <message>
        <source>A regular expression; \1 in the replacement is its first group</source>
        <translation>Регулярное выражение; \1 в замене — его первая группа</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Replace All</source>
        <translation>Заменить всё</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Найденные места</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Строка {line}</translation>
    </message>
</context>
<context>
    <name>Fit</name>
    <message>
        <source>Price {cost}: {parts}</source>
        <translation>Цена {cost}: {parts}</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>страницы</translation>
    </message>
    <message>
        <source>empty space</source>
        <translation>пустое место</translation>
    </message>
    <message>
        <source>last page thinly filled</source>
        <translation>последняя страница заполнена мало</translation>
    </message>
    <message>
        <source>photographs higher or lower than their shape</source>
        <translation>фотографии выше или ниже своей формы</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>разрешение</translation>
    </message>
    <message>
        <source>parts of photographs cut away</source>
        <translation>обрезанные части фотографий</translation>
    </message>
    <message>
        <source>photographs that the template has no slot for</source>
        <translation>фотографии, которым нет места в шаблоне</translation>
    </message>
    <message>
        <source>photographs not where their author asks</source>
        <translation>фотографии не там, где просит автор</translation>
    </message>
    <message>
        <source>tighter setting</source>
        <translation>более плотный набор</translation>
    </message>
    <message>
        <source>uneven columns</source>
        <translation>неровные колонки</translation>
    </message>
    <message>
        <source>heading or picture badly placed</source>
        <translation>заголовок или картинка стоит неудачно</translation>
    </message>
    <message>
        <source>lines without a place</source>
        <translation>строки, которым нет места</translation>
    </message>
    <message>
        <source>another layout than before</source>
        <translation>не та вёрстка, что была</translation>
    </message>
    <message>
        <source>In the pool: not printed</source>
        <translation>В запасе: не печатается</translation>
    </message>
    <message numerus="yes">
        <source>about %n line(s) free</source>
        <translation>
            <numerusform>свободна примерно %n строка</numerusform>
            <numerusform>свободно примерно %n строки</numerusform>
            <numerusform>свободно примерно %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>fits</source>
        <translation>помещается</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>photographs lower than their own shape, by {percent} % of what is allowed</source>
        <translation>фотографии ниже своих пропорций, на {percent} % допустимого</translation>
    </message>
    <message>
        <source>photographs higher than their own shape, by {percent} % of what is allowed</source>
        <translation>фотографии выше своих пропорций, на {percent} % допустимого</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) over</source>
        <translation>
            <numerusform>лишняя %n строка</numerusform>
            <numerusform>лишние %n строки</numerusform>
            <numerusform>лишних %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing had to give</source>
        <translation>ничем не пришлось жертвовать</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) set tighter</source>
        <translation>
            <numerusform>%n абзац набран плотнее</numerusform>
            <numerusform>%n абзаца набраны плотнее</numerusform>
            <numerusform>%n абзацев набраны плотнее</numerusform>
        </translation>
    </message>
    <message>
        <source>photographs as low as they may be</source>
        <translation>фотографии самой малой допустимой высоты</translation>
    </message>
    <message>
        <source>photographs as high as they may be</source>
        <translation>фотографии самой большой допустимой высоты</translation>
    </message>
    <message>
        <source>better</source>
        <translation>лучше</translation>
    </message>
    <message>
        <source>costs nothing</source>
        <translation>даром</translation>
    </message>
    <message>
        <source>Pages {first}–{last}</source>
        <translation>Страницы {first}–{last}</translation>
    </message>
    <message>
        <source>{pages}, last page {percent} % full</source>
        <translation>{pages}, последняя заполнена на {percent} %</translation>
    </message>
    <message>
        <source>cheap</source>
        <translation>дёшево</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>умеренно</translation>
    </message>
    <message>
        <source>dear</source>
        <translation>дорого</translation>
    </message>
    <message>
        <source>very dear</source>
        <translation>очень дорого</translation>
    </message>
    <message>
        <source>Page {first}</source>
        <translation>Страница {first}</translation>
    </message>
</context>
<context>
    <name>FlatPlan</name>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Отредактирована</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Утверждена</translation>
    </message>
    <message>
        <source>Advertisement</source>
        <translation>Реклама</translation>
    </message>
    <message>
        <source>A picture stands with an article: drop it on one in the outline</source>
        <translation>Изображение стоит при статье: бросьте его на статью в плане номера</translation>
    </message>
    <message>
        <source>What is carried is no longer there</source>
        <translation>Того, что вы несёте, уже нет</translation>
    </message>
    <message numerus="yes">
        <source>Flat plan, %n page(s)</source>
        <translation>
            <numerusform>План полос, %n страница</numerusform>
            <numerusform>План полос, %n страницы</numerusform>
            <numerusform>План полос, %n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>It stands here</source>
        <translation>Стоит здесь</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) move</source>
        <translation>
            <numerusform>сдвигается ещё %n</numerusform>
            <numerusform>сдвигаются ещё %n</numerusform>
            <numerusform>сдвигаются ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing else moves</source>
        <translation>Больше ничего не сдвигается</translation>
    </message>
    <message numerus="yes">
        <source>The issue then has %n page(s)</source>
        <translation>
            <numerusform>В номере тогда %n страница</numerusform>
            <numerusform>В номере тогда %n страницы</numerusform>
            <numerusform>В номере тогда %n страниц</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more went with it</source>
        <translation>
            <numerusform>вместе с ней ещё %n</numerusform>
            <numerusform>вместе с ней ещё %n</numerusform>
            <numerusform>вместе с ней ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) moved</source>
        <translation>
            <numerusform>сдвинута ещё %n</numerusform>
            <numerusform>сдвинуты ещё %n</numerusform>
            <numerusform>сдвинуто ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing else moved</source>
        <translation>больше ничего не сдвинулось</translation>
    </message>
    <message numerus="yes">
        <source>the issue has %n page(s) now</source>
        <translation>
            <numerusform>в номере теперь %n страница</numerusform>
            <numerusform>в номере теперь %n страницы</numerusform>
            <numerusform>в номере теперь %n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} is on page {page} now</source>
        <translation>{title} теперь на странице {page}</translation>
    </message>
    <message>
        <source>To page {page}, in {section}</source>
        <translation>На страницу {page}, в раздел {section}</translation>
    </message>
    <message>
        <source>To page {page}, outside the sections</source>
        <translation>На страницу {page}, вне разделов</translation>
    </message>
</context>
<context>
    <name>FlatPlanPane</name>
    <message>
        <source>No pages yet. Put an article into a section of the outline, and its pages appear here.</source>
        <translation>Страниц ещё нет. Поместите статью в раздел плана номера, и её страницы появятся здесь.</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Без цвета</translation>
    </message>
    <message>
        <source>Colours by</source>
        <translation>Цвета по</translation>
    </message>
    <message>
        <source>What the colours below the pages tell apart</source>
        <translation>Что различают цвета под страницами</translation>
    </message>
    <message>
        <source>Size of the pages</source>
        <translation>Размер страниц</translation>
    </message>
    <message>
        <source>Size of the pages (Ctrl and the wheel)</source>
        <translation>Размер страниц (Ctrl и колесо)</translation>
    </message>
    <message>
        <source>Animate</source>
        <translation>Анимация</translation>
    </message>
    <message>
        <source>Let pages glide to their new places</source>
        <translation>Страницы скользят на новые места</translation>
    </message>
    <message>
        <source>Export as PDF …</source>
        <translation>Экспорт в PDF…</translation>
    </message>
    <message>
        <source>The flat plan on one page</source>
        <translation>План полос на одной странице</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Print the flat plan on one sheet</source>
        <translation>Напечатать план полос на одном листе</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Export the Flat Plan</source>
        <translation>Экспорт плана полос</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The flat plan is in {name}</source>
        <translation>План полос записан в {name}</translation>
    </message>
    <message>
        <source>The flat plan could not be written to {name}</source>
        <translation>План полос не удалось записать в {name}</translation>
    </message>
    <message>
        <source>The flat plan was sent to the printer</source>
        <translation>План полос отправлен на принтер</translation>
    </message>
    <message>
        <source>The printer does not answer</source>
        <translation>Принтер не отвечает</translation>
    </message>
    <message>
        <source>Drawing the flat plan: page {done} of {count} …</source>
        <translation>Рисуется план полос: страница {done} из {count}…</translation>
    </message>
    <message>
        <source>{issue}, flat plan</source>
        <translation>{issue}, план полос</translation>
    </message>
</context>
<context>
    <name>FlatPlanView</name>
    <message>
        <source>Flat plan</source>
        <translation>План полос</translation>
    </message>
    <message>
        <source>All spreads; arrow keys go from page to page, Alt and arrows move what is chosen</source>
        <translation>Все развороты; стрелки переходят по страницам, Alt со стрелками двигает выбранное</translation>
    </message>
    <message>
        <source>The pages are just being made: drop it again</source>
        <translation>Страницы как раз верстаются: бросьте ещё раз</translation>
    </message>
</context>
<context>
    <name>FreshPlan</name>
    <message>
        <source>While you work, the planner keeps its choices. From the folder alone it chose otherwise.</source>
        <translation>Пока вы работаете, планировщик держится прежних решений. По одной лишь папке он решил бы иначе.</translation>
    </message>
    <message>
        <source>&amp;Show It</source>
        <translation>&amp;Показать</translation>
    </message>
    <message>
        <source>&amp;Take It</source>
        <translation>П&amp;ринять</translation>
    </message>
    <message>
        <source>&amp;Keep the Plan as It Is</source>
        <translation>&amp;Закрепить план как есть</translation>
    </message>
    <message>
        <source>Write template and pages of every article as they are now</source>
        <translation>Записать шаблон и число страниц каждой статьи такими, как сейчас</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Скрыть</translation>
    </message>
    <message numerus="yes">
        <source>A fresh plan would change %n article(s)</source>
        <translation>
            <numerusform>Новый план изменил бы %n статью</numerusform>
            <numerusform>Новый план изменил бы %n статьи</numerusform>
            <numerusform>Новый план изменил бы %n статей</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview: the plan of the folder alone</source>
        <translation>Проба: план по одной лишь папке</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>Resolution</source>
        <translation>Разрешение</translation>
    </message>
    <message>
        <source>{fine} pixels per inch print well; below {warning} preflight warns, below {error} it is an error.</source>
        <translation>{fine} пикселей на дюйм печатаются хорошо; ниже {warning} проверка предупреждает, ниже {error} — ошибка.</translation>
    </message>
    <message>
        <source>Not on a page</source>
        <translation>Не на странице</translation>
    </message>
    <message>
        <source>{ppi} ppi at {width} × {height} mm, page {page}</source>
        <translation>{ppi} ppi при {width} × {height} мм, страница {page}</translation>
    </message>
</context>
<context>
    <name>Headlines</name>
    <message>
        <source>Headlines</source>
        <translation>Анонсы</translation>
    </message>
    <message>
        <source>Announce an article</source>
        <translation>Анонсировать статью</translation>
    </message>
    <message>
        <source>Add a line of text</source>
        <translation>Добавить строку текста</translation>
    </message>
    <message>
        <source>Higher rank</source>
        <translation>Важнее</translation>
    </message>
    <message>
        <source>Lower rank</source>
        <translation>Менее важно</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>A double click edits the line</source>
        <translation>Двойной щелчок правит строку</translation>
    </message>
    <message>
        <source>The title of the article {name}</source>
        <translation>Заголовок статьи {name}</translation>
    </message>
    <message>
        <source>A line for the cover</source>
        <translation>Строка для обложки</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Nothing can be changed: {reason}</source>
        <translation>Ничего нельзя изменить: {reason}</translation>
    </message>
    <message>
        <source>The fields of what is selected stand here. Open an issue first.</source>
        <translation>Здесь стоят поля выбранного. Сначала откройте номер.</translation>
    </message>
    <message>
        <source>Click an article, a photograph or an advertisement on a page or in the outline: its fields stand here. With nothing selected, these are the issue&apos;s own.</source>
        <translation>Щёлкните статью, фотографию или рекламу на странице или в плане номера: здесь появятся её поля. Если ничего не выбрано, это поля самого номера.</translation>
    </message>
    <message>
        <source>Choose a Picture</source>
        <translation>Выбор изображения</translation>
    </message>
    <message>
        <source>Choose Pictures</source>
        <translation>Выбор изображений</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Write a language tag such as en, ru, kk or pt-BR</source>
        <translation>Напишите код языка: en, ru, kk или pt-BR</translation>
    </message>
    <message>
        <source>This may not be empty</source>
        <translation>Поле не может быть пустым</translation>
    </message>
    <message>
        <source>Write auto, original, or a ratio such as 3:2</source>
        <translation>Напишите auto, original или соотношение, например 3:2</translation>
    </message>
    <message>
        <source>Write a page&apos;s number, or two for a spread: 1, 2</source>
        <translation>Напишите номер страницы или два для разворота: 1, 2</translation>
    </message>
    <message>
        <source>Write a date as 2027-01-31</source>
        <translation>Напишите дату как 2027-01-31</translation>
    </message>
    <message>
        <source>Write one a line, as mastodon: name@example.org</source>
        <translation>По одной в строке, например mastodon: name@example.org</translation>
    </message>
    <message>
        <source>Write a number from 1 to {most}</source>
        <translation>Напишите число от 1 до {most}</translation>
    </message>
    <message>
        <source>Write millimetres from 0 to {most}</source>
        <translation>Напишите миллиметры от 0 до {most}</translation>
    </message>
    <message>
        <source>As the theme</source>
        <translation>Как в теме</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Output profile</source>
        <translation>Выходной профиль</translation>
    </message>
    <message>
        <source>The press and its paper. A printer&apos;s own profile is an .icc file in the issue&apos;s folder</source>
        <translation>Печатная машина и бумага. Собственный профиль типографии — файл .icc в папке номера</translation>
    </message>
    <message>
        <source>Colours of photographs</source>
        <translation>Цвета фотографий</translation>
    </message>
    <message>
        <source>Each as it is (relative)</source>
        <translation>Каждый как есть (relative)</translation>
    </message>
    <message>
        <source>All drawn in (perceptual)</source>
        <translation>Все сжаты в охват (perceptual)</translation>
    </message>
    <message>
        <source>With marks</source>
        <translation>С метками</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Printer&apos;s marks</source>
        <translation>Метки для печати</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>Проверка</translation>
    </message>
</context>
<context>
    <name>IssueForm</name>
    <message>
        <source>Issue</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Обложка</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n статья</numerusform>
            <numerusform>%n статьи</numerusform>
            <numerusform>%n статей</numerusform>
        </translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Издание</translation>
    </message>
    <message>
        <source>Tagline</source>
        <translation>Девиз</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>What the cover and the running foot print</source>
        <translation>То, что печатают обложка и колонтитул</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>As the language sets</source>
        <translation>По правилам языка</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>Как набрано</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема оформления</translation>
    </message>
    <message>
        <source>Typography</source>
        <translation>Типографика</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>авто</translation>
    </message>
    <message>
        <source>Multiple of</source>
        <translation>Кратно</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Первая страница</translation>
    </message>
    <message>
        <source>Masthead</source>
        <translation>Выходные сведения</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Организация</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>A line of the address in each line</source>
        <translation>По строке адреса в каждой строке</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Электронная почта</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>Social networks</source>
        <translation>Социальные сети</translation>
    </message>
    <message>
        <source>Imprint</source>
        <translation>Выходные данные</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>ISSN</source>
        <translation>ISSN</translation>
    </message>
    <message>
        <source>Editors</source>
        <translation>Редакторы</translation>
    </message>
    <message>
        <source>A name in each line</source>
        <translation>По имени в каждой строке</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Издатель</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>Add {count} photographs to {article}</source>
        <translation>Добавить фотографии ({count}) к {article}</translation>
    </message>
    <message>
        <source>Take {photo} away from {article}</source>
        <translation>Убрать {photo} из {article}</translation>
    </message>
    <message>
        <source>Move {photo} in {article}</source>
        <translation>Переместить {photo} в {article}</translation>
    </message>
    <message>
        <source>Change the author&apos;s {fields} of {article}</source>
        <translation>Изменить автора {article}: {fields}</translation>
    </message>
    <message>
        <source>Change {fields} of {photo}</source>
        <translation>Изменить {photo}: {fields}</translation>
    </message>
    <message>
        <source>Take the photograph away</source>
        <translation>Убрать фотографию</translation>
    </message>
    <message>
        <source>Put {photo} there</source>
        <translation>Поместить {photo}</translation>
    </message>
    <message>
        <source>Add {photo} to {article}</source>
        <translation>Добавить {photo} к {article}</translation>
    </message>
    <message>
        <source>Change {fields} of the issue</source>
        <translation>Изменить номер: {fields}</translation>
    </message>
    <message>
        <source>Change {fields} of the cover</source>
        <translation>Изменить обложку: {fields}</translation>
    </message>
    <message>
        <source>Change {fields} of the masthead</source>
        <translation>Изменить выходные сведения: {fields}</translation>
    </message>
    <message>
        <source>Change {fields} of the imprint</source>
        <translation>Изменить выходные данные: {fields}</translation>
    </message>
    <message>
        <source>Change {fields} of the press</source>
        <translation>Изменить печать: {fields}</translation>
    </message>
    <message>
        <source>Rename the section “{section}” to “{new}”</source>
        <translation>Переименовать раздел «{section}» в «{new}»</translation>
    </message>
    <message>
        <source>List {name} in the contents</source>
        <translation>Включить {name} в содержание</translation>
    </message>
    <message>
        <source>Keep {name} out of the contents</source>
        <translation>Не включать {name} в содержание</translation>
    </message>
    <message>
        <source>Change {fields} of the advertisement {ad}</source>
        <translation>Изменить рекламу {ad}: {fields}</translation>
    </message>
    <message>
        <source>Move {count} entries to {section}</source>
        <translation>Переместить ({count}) в {section}</translation>
    </message>
    <message>
        <source>Place {count} entries in {section}</source>
        <translation>Поместить ({count}) в {section}</translation>
    </message>
    <message>
        <source>Move {count} entries</source>
        <translation>Переместить: {count}</translation>
    </message>
    <message>
        <source>Place {count} entries</source>
        <translation>Поместить: {count}</translation>
    </message>
    <message>
        <source>Move {name} to {section}</source>
        <translation>Переместить {name} в {section}</translation>
    </message>
    <message>
        <source>Place {name} in {section}</source>
        <translation>Поместить {name} в {section}</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>Переместить {name}</translation>
    </message>
    <message>
        <source>Place {name}</source>
        <translation>Поместить {name}</translation>
    </message>
    <message>
        <source>Pin {article} to {choice}</source>
        <translation>Закрепить {article}: {choice}</translation>
    </message>
    <message>
        <source>Let the planner choose for {article}</source>
        <translation>Предоставить выбор планировщику: {article}</translation>
    </message>
    <message>
        <source>Let the planner choose again</source>
        <translation>Снова предоставить выбор планировщику</translation>
    </message>
    <message>
        <source>Keep this plan</source>
        <translation>Закрепить этот план</translation>
    </message>
    <message>
        <source>{name} would be split: it has {count} pages</source>
        <translation>нельзя разорвать {name}: страниц {count}</translation>
    </message>
    <message>
        <source>position: {ad} is booked for the {where} and stands nowhere else</source>
        <translation>position: место рекламы {ad} — {where}, больше нигде она не стоит</translation>
    </message>
    <message>
        <source>position: this page is booked by {ad}, {where}</source>
        <translation>position: эту полосу занимает реклама {ad}: {where}</translation>
    </message>
    <message>
        <source>the contents would be split</source>
        <translation>нельзя разорвать содержание</translation>
    </message>
    <message>
        <source>the spread of {name} would be split</source>
        <translation>нельзя разорвать {name}: это разворот</translation>
    </message>
    <message>
        <source>the cover is the first page</source>
        <translation>первая страница — обложка</translation>
    </message>
    <message>
        <source>Deleted outside: {file}</source>
        <translation>Удалено снаружи: {file}</translation>
    </message>
    <message>
        <source>Changed outside: {file}</source>
        <translation>Изменено снаружи: {file}</translation>
    </message>
    <message>
        <source>Added outside: {file}</source>
        <translation>Добавлено снаружи: {file}</translation>
    </message>
    <message>
        <source>Replace “{old}” by “{new}”</source>
        <translation>Заменить «{old}» на «{new}»</translation>
    </message>
    <message>
        <source>Fit {article}: {repair}</source>
        <translation>Уместить статью {article}: {repair}</translation>
    </message>
    <message>
        <source>a picture stands with an article: drop it on one</source>
        <translation>изображение стоит при статье: бросьте его на статью</translation>
    </message>
    <message>
        <source>what is carried is no longer there</source>
        <translation>того, что вы несёте, уже нет</translation>
    </message>
    <message>
        <source>only articles and advertisements stand within {section}</source>
        <translation>в разделе {section} стоят только статьи и реклама</translation>
    </message>
    <message>
        <source>it is in the pool already</source>
        <translation>это уже в запасе</translation>
    </message>
    <message>
        <source>an article takes pictures only</source>
        <translation>статье можно дать только изображения</translation>
    </message>
    <message>
        <source>fixed: {ad} may not be moved from its place in the outline</source>
        <translation>fixed: рекламу {ad} нельзя сдвинуть с её места в плане номера</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>Убрать {name} из плана</translation>
    </message>
    <message>
        <source>Take {count} entries out</source>
        <translation>Убрать из плана: {count}</translation>
    </message>
    <message>
        <source>Add the section “{section}”</source>
        <translation>Добавить раздел «{section}»</translation>
    </message>
    <message>
        <source>Remove the section “{section}”</source>
        <translation>Удалить раздел «{section}»</translation>
    </message>
    <message>
        <source>Change {fields} of the section “{section}”</source>
        <translation>Изменить раздел «{section}»: {fields}</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>Добавить {name}</translation>
    </message>
    <message>
        <source>Add the advertisement {ad}</source>
        <translation>Добавить рекламу {ad}</translation>
    </message>
    <message>
        <source>Remove the advertisement {ad}</source>
        <translation>Удалить рекламу {ad}</translation>
    </message>
    <message>
        <source>Edit “{article}”</source>
        <translation>Правка «{article}»</translation>
    </message>
    <message>
        <source>Change {fields} of “{article}”</source>
        <translation>Изменить «{article}»: {fields}</translation>
    </message>
    <message>
        <source>Changed outside: {count} pictures</source>
        <translation>Изменено снаружи: изображений {count}</translation>
    </message>
    <message>
        <source>Taken from outside: {file}</source>
        <translation>Взято снаружи: {file}</translation>
    </message>
    <message>
        <source>Restore what was not saved</source>
        <translation>Восстановить несохранённое</translation>
    </message>
    <message>
        <source>Bring in {count} files</source>
        <translation>Добавить файлы: {count}</translation>
    </message>
    <message>
        <source>Bring in {count} pictures</source>
        <translation>Добавить изображения: {count}</translation>
    </message>
</context>
<context>
    <name>LedgerPart</name>
    <message>
        <source>Spent: {what}</source>
        <translation>Потрачено: {what}</translation>
    </message>
    <message>
        <source>Looking for repairs …</source>
        <translation>Ищем, как уместить …</translation>
    </message>
    <message numerus="yes">
        <source>No single change makes it fit: shorten the text by about %n line(s)</source>
        <translation>
            <numerusform>Одной правкой не уместить: сократите текст примерно на %n строку</numerusform>
            <numerusform>Одной правкой не уместить: сократите текст примерно на %n строки</numerusform>
            <numerusform>Одной правкой не уместить: сократите текст примерно на %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Make it fit:</source>
        <translation>Чтобы уместилось:</translation>
    </message>
    <message>
        <source>Price {cost}</source>
        <translation>Цена {cost}</translation>
    </message>
    <message>
        <source>Preview: {what}</source>
        <translation>Проба: {what}</translation>
    </message>
</context>
<context>
    <name>Lengths</name>
    <message>
        <source>What would other lengths cost?</source>
        <translation>Во что обойдётся другой объём?</translation>
    </message>
    <message>
        <source>Reckoning …</source>
        <translation>Считаем …</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s): cannot be reached</source>
        <translation>
            <numerusform>%n страница: не достичь</numerusform>
            <numerusform>%n страницы: не достичь</numerusform>
            <numerusform>%n страниц: не достичь</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) in signatures of {sheets}: as it is</source>
        <translation>
            <numerusform>%n страница, тетради {sheets}: как есть</numerusform>
            <numerusform>%n страницы, тетради {sheets}: как есть</numerusform>
            <numerusform>%n страниц, тетради {sheets}: как есть</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) in signatures of {sheets}</source>
        <translation>
            <numerusform>%n страница, тетради {sheets}</numerusform>
            <numerusform>%n страницы, тетради {sheets}</numerusform>
            <numerusform>%n страниц, тетради {sheets}</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview: {what}</source>
        <translation>Проба: {what}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Digest Studio</source>
        <translation>Digest Studio</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>План номера</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Свойства</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Open an Issue</source>
        <translation>Открыть номер</translation>
    </message>
    <message>
        <source>Digest Studio {version}
From a folder of articles and photographs to a printed digest.</source>
        <translation>Digest Studio {version}
Из папки со статьями и фотографиями — печатный дайджест.</translation>
    </message>
    <message>
        <source>About Digest Studio</source>
        <translation>О программе Digest Studio</translation>
    </message>
    <message>
        <source>Save the changes to this issue?</source>
        <translation>Сохранить изменения в этом номере?</translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation>Несохранённое будет потеряно.</translation>
    </message>
</context>
<context>
    <name>MarkdownEdit</name>
    <message>
        <source>The article&apos;s text</source>
        <translation>Текст статьи</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>Begin an issue from a theme</source>
        <translation>Начать номер с темы оформления</translation>
    </message>
    <message>
        <source>Open an issue&apos;s folder</source>
        <translation>Открыть папку номера</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Н&amp;едавние</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Масштаб</translation>
    </message>
    <message>
        <source>O&amp;verlays</source>
        <translation>&amp;Наложения</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>П&amp;ереход</translation>
    </message>
    <message>
        <source>P&amp;lan</source>
        <translation>Вё&amp;рстка</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Виды</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Нечего отменять</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Нечего повторять</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Write what changed into the folder</source>
        <translation>Записать изменённое в папку</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>Make the PDF</source>
        <translation>Сделать PDF</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Вырезать</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Вст&amp;авить</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>Выделить вс&amp;ё</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Страницы</translation>
    </message>
    <message>
        <source>&amp;Flat Plan</source>
        <translation>П&amp;лан полос</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Текст</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Крупнее</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>&amp;Мельче</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Натуральная величина</translation>
    </message>
    <message>
        <source>Fit &amp;Spread</source>
        <translation>&amp;Разворот целиком</translation>
    </message>
    <message>
        <source>Fit Pa&amp;ge</source>
        <translation>&amp;Страница целиком</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>По &amp;ширине</translation>
    </message>
    <message>
        <source>&amp;Trim and Bleed</source>
        <translation>&amp;Обрез и вылет</translation>
    </message>
    <message>
        <source>&amp;Margins and Columns</source>
        <translation>&amp;Поля и колонки</translation>
    </message>
    <message>
        <source>&amp;Baseline Grid</source>
        <translation>&amp;Сетка строк</translation>
    </message>
    <message>
        <source>&amp;Frames</source>
        <translation>&amp;Рамки</translation>
    </message>
    <message>
        <source>&amp;Reading Order</source>
        <translation>Порядок &amp;чтения</translation>
    </message>
    <message>
        <source>&amp;Next Spread</source>
        <translation>&amp;Следующий разворот</translation>
    </message>
    <message>
        <source>&amp;Previous Spread</source>
        <translation>&amp;Предыдущий разворот</translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation>П&amp;ервая страница</translation>
    </message>
    <message>
        <source>&amp;Last Page</source>
        <translation>Пос&amp;ледняя страница</translation>
    </message>
    <message>
        <source>&amp;Page …</source>
        <translation>С&amp;траница…</translation>
    </message>
    <message>
        <source>&amp;Keep This Plan</source>
        <translation>&amp;Закрепить этот план</translation>
    </message>
    <message>
        <source>Write template and pages of every article as they are now</source>
        <translation>Записать шаблон и число страниц каждой статьи такими, как сейчас</translation>
    </message>
    <message>
        <source>&amp;Let the Planner Choose Again</source>
        <translation>&amp;Пусть снова выбирает планировщик</translation>
    </message>
    <message>
        <source>Take away what Keep This Plan has written</source>
        <translation>Снять то, что записала команда «Закрепить этот план»</translation>
    </message>
    <message>
        <source>&amp;About Digest Studio</source>
        <translation>&amp;О программе</translation>
    </message>
    <message>
        <source>&amp;New Issue …</source>
        <translation>&amp;Новый номер…</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Open the Sa&amp;mple Issue</source>
        <translation>Открыть о&amp;бразец</translation>
    </message>
    <message>
        <source>&amp;Close Issue</source>
        <translation>&amp;Закрыть номер</translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation>&amp;Найти…</translation>
    </message>
    <message>
        <source>P&amp;resentation</source>
        <translation>П&amp;оказ</translation>
    </message>
    <message>
        <source>Pages alone, on the whole screen</source>
        <translation>Одни страницы, на весь экран</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Во весь &amp;экран</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>Сочетания &amp;клавиш</translation>
    </message>
    <message>
        <source>&amp;Undo “{step}”</source>
        <translation>&amp;Отменить: {step}</translation>
    </message>
    <message>
        <source>&amp;Redo “{step}”</source>
        <translation>&amp;Повторить: {step}</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>Отменить: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Повторить: {step}</translation>
    </message>
</context>
<context>
    <name>NewIssue</name>
    <message>
        <source>New Issue</source>
        <translation>Новый номер</translation>
    </message>
    <message>
        <source>The Harbour Review</source>
        <translation>Вестник гавани</translation>
    </message>
    <message>
        <source>Spring 2026</source>
        <translation>Весна 2026</translation>
    </message>
    <message>
        <source>Make the Issue</source>
        <translation>Создать номер</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема оформления</translation>
    </message>
    <message>
        <source>Its pages are being drawn …</source>
        <translation>Рисую её страницы …</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>&amp;Publication</source>
        <translation>&amp;Издание</translation>
    </message>
    <message>
        <source>P&amp;eriod</source>
        <translation>П&amp;ериод</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>П&amp;апка</translation>
    </message>
    <message>
        <source>An Empty Folder for the Issue</source>
        <translation>Пустая папка для номера</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The studio ended without saving ({when}). Not saved: {steps}.</source>
        <translation>Студия завершилась, не сохранив ({when}). Не сохранено: {steps}.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Show Changes</source>
        <translation>Показать изменения</translation>
    </message>
    <message>
        <source>Changes That Were Not Saved</source>
        <translation>Несохранённые изменения</translation>
    </message>
    <message>
        <source>Give Up</source>
        <translation>Отказаться</translation>
    </message>
    <message>
        <source>Take It Over</source>
        <translation>Забрать себе</translation>
    </message>
    <message>
        <source>Show Problems</source>
        <translation>Показать замечания</translation>
    </message>
    <message>
        <source>Open Again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>To look at only: {reason}.</source>
        <translation>Только просмотр: {reason}.</translation>
    </message>
    <message>
        <source>Changed here and by another program: {files}. Choose before saving.</source>
        <translation>Изменено здесь и другой программой: {files}. Выберите, прежде чем сохранять.</translation>
    </message>
    <message>
        <source>Compare and Choose …</source>
        <translation>Сравнить и выбрать…</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>A word across every page, large and light: Not approved</source>
        <translation>Слово поперёк каждой страницы, крупно и светло: Не утверждено</translation>
    </message>
    <message>
        <source>Small, for e-mail</source>
        <translation>Маленький, для почты</translation>
    </message>
    <message>
        <source>Photographs with 150 pixels per inch</source>
        <translation>Фотографии с разрешением 150 пикселей на дюйм</translation>
    </message>
    <message>
        <source>Printer&apos;s marks</source>
        <translation>Метки для печати</translation>
    </message>
    <message>
        <source>of the screen</source>
        <translation>экранные</translation>
    </message>
    <message>
        <source>of the press</source>
        <translation>типографские</translation>
    </message>
    <message>
        <source>the whole book</source>
        <translation>весь номер</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Pages that are folded together; several signatures are put in each other</source>
        <translation>Страницы, которые складывают вместе; несколько тетрадей вкладывают одну в другую</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> мм</translation>
    </message>
    <message>
        <source>not reckoned with</source>
        <translation>не учитывать</translation>
    </message>
    <message>
        <source>How thick a leaf is: inner pages move towards the spine by that</source>
        <translation>Толщина листа: на неё внутренние страницы сдвигаются к корешку</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>Штамп</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Pages on a side</source>
        <translation>Страниц на стороне</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Тетрадь</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Бумага</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Full page</source>
        <translation>Целая полоса</translation>
    </message>
    <message>
        <source>Half page</source>
        <translation>Полполосы</translation>
    </message>
    <message>
        <source>Half page, upright</source>
        <translation>Полполосы, вертикально</translation>
    </message>
    <message>
        <source>Third of a page</source>
        <translation>Треть полосы</translation>
    </message>
    <message>
        <source>Quarter page</source>
        <translation>Четверть полосы</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Разворот</translation>
    </message>
    <message>
        <source>back cover</source>
        <translation>четвёртая сторона обложки</translation>
    </message>
    <message>
        <source>inside front cover</source>
        <translation>вторая сторона обложки</translation>
    </message>
    <message>
        <source>inside back cover</source>
        <translation>третья сторона обложки</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) over</source>
        <translation>
            <numerusform>лишняя %n строка</numerusform>
            <numerusform>лишние %n строки</numerusform>
            <numerusform>лишних %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Помещается</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Nothing is in the outline yet</source>
        <translation>В плане номера ещё ничего нет</translation>
    </message>
    <message>
        <source>Add a section with +, or drag articles here.</source>
        <translation>Добавьте раздел знаком + или перетащите сюда статьи.</translation>
    </message>
    <message>
        <source>Empty: drag articles here. Not printed.</source>
        <translation>Пусто: перетащите сюда статьи. Не печатается.</translation>
    </message>
    <message>
        <source>Drop Markdown or text files here.</source>
        <translation>Бросьте сюда файлы Markdown или текст.</translation>
    </message>
    <message>
        <source>Drop PDF files or pictures here.</source>
        <translation>Бросьте сюда файлы PDF или изображения.</translation>
    </message>
    <message>
        <source>Drop photographs here, or onto an article.</source>
        <translation>Бросьте фотографии сюда или на статью.</translation>
    </message>
    <message>
        <source>left-hand page</source>
        <translation>левая страница</translation>
    </message>
    <message>
        <source>right-hand page</source>
        <translation>правая страница</translation>
    </message>
    <message>
        <source>On page {page}</source>
        <translation>На странице {page}</translation>
    </message>
    <message>
        <source>On pages {page}</source>
        <translation>На страницах {page}</translation>
    </message>
    <message>
        <source>Not placed: it is not printed</source>
        <translation>Не размещена: не печатается</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Отредактирована</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Утверждена</translation>
    </message>
    <message>
        <source>about {pages}</source>
        <translation>около {pages}</translation>
    </message>
    <message>
        <source>{percent} % empty</source>
        <translation>пусто {percent} %</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) free</source>
        <translation>
            <numerusform>Свободна %n строка</numerusform>
            <numerusform>Свободны %n строки</numerusform>
            <numerusform>Свободно %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>страница {page}</translation>
    </message>
    <message>
        <source>Unplaced articles</source>
        <translation>Статьи вне плана</translation>
    </message>
    <message>
        <source>Unplaced advertisements</source>
        <translation>Реклама вне плана</translation>
    </message>
    <message>
        <source>Loose pictures</source>
        <translation>Изображения в запасе</translation>
    </message>
    <message>
        <source>{percent} % of its last page is empty</source>
        <translation>Последняя страница пуста на {percent} %</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>закреплена</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>There is a section “{name}” already</source>
        <translation>Раздел «{name}» уже есть</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>Filter the outline</source>
        <translation>Отбор</translation>
    </message>
    <message>
        <source>By title, text, byline, status or problem: what holds all the words stays</source>
        <translation>По заголовку, тексту, автору, состоянию или замечанию: остаётся то, где есть все слова</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>Добавить раздел</translation>
    </message>
    <message>
        <source>Add &amp;Section</source>
        <translation>Добавить &amp;раздел</translation>
    </message>
    <message>
        <source>Open a new section behind the chosen one</source>
        <translation>Открыть новый раздел после выбранного</translation>
    </message>
    <message>
        <source>&amp;Rename Section</source>
        <translation>&amp;Переименовать раздел</translation>
    </message>
    <message>
        <source>Give the section another name</source>
        <translation>Дать разделу другое имя</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>В&amp;верх</translation>
    </message>
    <message>
        <source>Before what stands above</source>
        <translation>Перед тем, что выше</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>В&amp;низ</translation>
    </message>
    <message>
        <source>Behind what stands below</source>
        <translation>После того, что ниже</translation>
    </message>
    <message>
        <source>Move &amp;Out of the Section</source>
        <translation>Вынести &amp;из раздела</translation>
    </message>
    <message>
        <source>Behind its section</source>
        <translation>После его раздела</translation>
    </message>
    <message>
        <source>Move &amp;Into the Section Above</source>
        <translation>Внести в раздел в&amp;ыше</translation>
    </message>
    <message>
        <source>To its end</source>
        <translation>В его конец</translation>
    </message>
    <message>
        <source>&amp;Take Out of the Outline</source>
        <translation>&amp;Убрать из плана</translation>
    </message>
    <message>
        <source>It stays in the pool, and is not printed</source>
        <translation>Остаётся в запасе и не печатается</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>Open its text or its fields</source>
        <translation>Открыть текст или поля</translation>
    </message>
    <message>
        <source>Show &amp;Page</source>
        <translation>Показать &amp;страницу</translation>
    </message>
    <message>
        <source>Turn to its first page</source>
        <translation>Перейти к первой странице</translation>
    </message>
    <message>
        <source>Nothing holds “{words}”.
Clear the filter to see everything.</source>
        <translation>Ничего нет с «{words}».
Очистите отбор, чтобы увидеть всё.</translation>
    </message>
    <message>
        <source>New Section</source>
        <translation>Новый раздел</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Вырезать</translation>
    </message>
    <message>
        <source>Take it up, to be pasted elsewhere</source>
        <translation>Взять, чтобы вставить в другом месте</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Вст&amp;авить</translation>
    </message>
    <message>
        <source>Cancel the Advertisement</source>
        <translation>Снять рекламу</translation>
    </message>
    <message>
        <source>&amp;Move To</source>
        <translation>П&amp;ереместить в</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Outline</source>
        <translation>План номера</translation>
    </message>
    <message>
        <source>Only advertisements may appear more than once</source>
        <translation>Только реклама может стоять не один раз</translation>
    </message>
</context>
<context>
    <name>PageBeside</name>
    <message>
        <source>The page of the text</source>
        <translation>Страница с этим текстом</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Go to Page</source>
        <translation>Перейти к странице</translation>
    </message>
    <message>
        <source>Page:</source>
        <translation>Страница:</translation>
    </message>
</context>
<context>
    <name>PhotoForm</name>
    <message>
        <source>Photograph</source>
        <translation>Фотография</translation>
    </message>
    <message>
        <source>To its article</source>
        <translation>К её статье</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Изображение целиком</translation>
    </message>
    <message>
        <source>Focus in the middle</source>
        <translation>Фокус в середине</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Главная</translation>
    </message>
    <message>
        <source>Full width</source>
        <translation>Во всю ширину</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>По колонке</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>В тексте</translation>
    </message>
    <message>
        <source>Off the page</source>
        <translation>Навылет</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Подпись под снимком</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Автор снимка</translation>
    </message>
    <message>
        <source>What the picture shows, for those who cannot see it</source>
        <translation>Что на снимке — для тех, кто его не видит</translation>
    </message>
    <message>
        <source>Description (alt)</source>
        <translation>Описание (alt)</translation>
    </message>
    <message>
        <source>Only decoration</source>
        <translation>Только украшение</translation>
    </message>
    <message>
        <source>Readers&apos; programs leave the picture out; preflight asks for no description</source>
        <translation>Программы чтения пропускают снимок; проверка не требует описания</translation>
    </message>
</context>
<context>
    <name>PhotoList</name>
    <message>
        <source>Drop photographs here</source>
        <translation>Бросьте сюда фотографии</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Фотографии</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Crop and caption</source>
        <translation>Кадр и подпись</translation>
    </message>
    <message>
        <source>More weight</source>
        <translation>Важнее</translation>
    </message>
    <message>
        <source>Less weight</source>
        <translation>Менее важна</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Photograph {number}: {name}</source>
        <translation>Фотография {number}: {name}</translation>
    </message>
</context>
<context>
    <name>PicturePlace</name>
    <message>
        <source>Choose a picture</source>
        <translation>Выбрать изображение</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Crop and caption</source>
        <translation>Кадр и подпись</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Presentation</source>
        <translation>Показ</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Предупреждения</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>страница {number}</translation>
    </message>
</context>
<context>
    <name>RecentIssues</name>
    <message>
        <source>{folder} is not there any more</source>
        <translation>{folder} больше нет</translation>
    </message>
</context>
<context>
    <name>SectionForm</name>
    <message>
        <source>Section</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Divider page</source>
        <translation>Шмуцтитул</translation>
    </message>
    <message>
        <source>Opens with a page of its own</source>
        <translation>Открывается отдельной страницей</translation>
    </message>
    <message>
        <source>Either</source>
        <translation>Любая</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Левая</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Правая</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Сторона</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) and advertisement(s)</source>
        <translation>
            <numerusform>%n статья или реклама</numerusform>
            <numerusform>%n статьи и рекламы</numerusform>
            <numerusform>%n статей и реклам</numerusform>
        </translation>
    </message>
    <message>
        <source>A section needs a name</source>
        <translation>Разделу нужно имя</translation>
    </message>
    <message>
        <source>There is a section of that name</source>
        <translation>Раздел с таким именем есть</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Recent issues</source>
        <translation>Недавние номера</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Remove from This List</source>
        <translation>Убрать из этого списка</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
</context>
<context>
    <name>SoftProof</name>
    <message>
        <source>Show colours as they will be printed, on the pages and in the presentation</source>
        <translation>Показывать цвета такими, какими они будут напечатаны, на страницах и при показе разворотов</translation>
    </message>
    <message>
        <source>&amp;Cyan</source>
        <translation>&amp;Голубая</translation>
    </message>
    <message>
        <source>&amp;Magenta</source>
        <translation>&amp;Пурпурная</translation>
    </message>
    <message>
        <source>&amp;Yellow</source>
        <translation>&amp;Жёлтая</translation>
    </message>
    <message>
        <source>Blac&amp;k</source>
        <translation>&amp;Чёрная</translation>
    </message>
    <message>
        <source>&amp;Soft Proof</source>
        <translation>&amp;Экранная цветопроба</translation>
    </message>
    <message>
        <source>Show this plate, or leave it out; with Shift, show it alone</source>
        <translation>Показать эту краску или убрать её; с Shift — показать только её</translation>
    </message>
    <message>
        <source>&amp;All Plates</source>
        <translation>&amp;Все краски</translation>
    </message>
    <message>
        <source>Show all inks together</source>
        <translation>Показать все краски вместе</translation>
    </message>
    <message>
        <source>Paper &amp;White</source>
        <translation>&amp;Белизна бумаги</translation>
    </message>
    <message>
        <source>White is the paper&apos;s, and black no deeper than its ink</source>
        <translation>Белое — цвета бумаги, чёрное — не темнее краски на ней</translation>
    </message>
    <message>
        <source>&amp;Ink over the Limit</source>
        <translation>&amp;Избыток краски</translation>
    </message>
    <message>
        <source>Mark where there is more ink than the paper takes</source>
        <translation>Отметить места, где краски больше, чем выдерживает бумага</translation>
    </message>
    <message>
        <source>Show this plate alone, grey as on film</source>
        <translation>Показать только эту краску — серой, как на плёнке</translation>
    </message>
    <message>
        <source>&amp;Ink over {limit:.0f} %</source>
        <translation>Краска &amp;сверх {limit:.0f} %</translation>
    </message>
    <message>
        <source>Soft &amp;Proof</source>
        <translation>&amp;Цветопроба</translation>
    </message>
    <message>
        <source>&amp;One Plate Alone</source>
        <translation>&amp;Одна краска</translation>
    </message>
    <message>
        <source>Soft Proof</source>
        <translation>Экранная цветопроба</translation>
    </message>
    <message>
        <source>Output profile</source>
        <translation>Выходной профиль</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>Показать замечания</translation>
    </message>
    <message>
        <source>Ink under the mouse</source>
        <translation>Краска под указателем</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Перейти к странице</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Страница {number} из {count}</translation>
    </message>
    <message>
        <source>This advertisement&apos;s PDF could not be separated: it is drawn for the screen first, and its inks are only about right</source>
        <translation>PDF этой рекламы не удалось разложить на краски: она сначала рисуется для экрана, и её краски показаны лишь приблизительно</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n предупреждение</numerusform>
            <numerusform>%n предупреждения</numerusform>
            <numerusform>%n предупреждений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n заметка</numerusform>
            <numerusform>%n заметки</numerusform>
            <numerusform>%n заметок</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Замечаний нет</translation>
    </message>
</context>
<context>
    <name>TemplatePicker</name>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Automatic: the planner chooses by length and photographs</source>
        <translation>Автоматически: планировщик выбирает по объёму и фотографиям</translation>
    </message>
    <message>
        <source>{family}: any that suits</source>
        <translation>{family}: любой подходящий</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>авто</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>The article whose text is shown</source>
        <translation>Статья, чей текст показан</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Найти и заменить</translation>
    </message>
    <message>
        <source>An article&apos;s text stands here. Select an article in the outline or on a page, or double-click its text.</source>
        <translation>Здесь стоит текст статьи. Выберите статью в плане номера или на странице либо дважды щёлкните её текст.</translation>
    </message>
    <message>
        <source>Find and Replace …</source>
        <translation>Найти и заменить…</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n слово</numerusform>
            <numerusform>%n слова</numerusform>
            <numerusform>%n слов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Thumbs</name>
    <message>
        <source>Page {page}</source>
        <translation>Страница {page}</translation>
    </message>
</context>
<context>
    <name>TroubleList</name>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Problems of the folder</source>
        <translation>Замечания к папке</translation>
    </message>
    <message>
        <source>Open in Editor</source>
        <translation>Открыть в редакторе</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>What preflight says</source>
        <translation>Что говорит проверка</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>Всё равно экспортировать</translation>
    </message>
    <message>
        <source>The file is written in spite of the errors; a printer may send it back</source>
        <translation>Файл запишется, несмотря на ошибки; типография может его вернуть</translation>
    </message>
    <message>
        <source>Preflight is looking the pages over …</source>
        <translation>Проверка смотрит страницы …</translation>
    </message>
    <message>
        <source>Preflight: it cannot be written; see below.</source>
        <translation>Проверка: записать нельзя, причина ниже.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n предупреждение</numerusform>
            <numerusform>%n предупреждения</numerusform>
            <numerusform>%n предупреждений</numerusform>
        </translation>
    </message>
    <message>
        <source>Preflight: {counted}. A printer would send this back.</source>
        <translation>Проверка: {counted}. Типография вернёт такой файл.</translation>
    </message>
    <message>
        <source>Preflight: {counted}. What is wrong is marked on the pages.</source>
        <translation>Проверка: {counted}. Ошибки отмечены на страницах.</translation>
    </message>
    <message>
        <source>Preflight: no errors, {counted}.</source>
        <translation>Проверка: ошибок нет, {counted}.</translation>
    </message>
    <message>
        <source>Preflight: all is well.</source>
        <translation>Проверка: всё в порядке.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Issues that you open will be found here, with their covers.</source>
        <translation>Здесь будут номера, которые вы открывали, с их обложками.</translation>
    </message>
    <message>
        <source>Recent issues</source>
        <translation>Недавние номера</translation>
    </message>
    <message>
        <source>{name} cannot be opened</source>
        <translation>{name} нельзя открыть</translation>
    </message>
    <message>
        <source>From a folder to a printed digest</source>
        <translation>Из папки — печатный дайджест</translation>
    </message>
    <message>
        <source>New Issue …</source>
        <translation>Новый номер…</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Open the Sample Issue</source>
        <translation>Открыть образец</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Edition</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>all, or 4-9,12</source>
        <translation>все, или 4-9,12</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Выбрать …</translation>
    </message>
    <message>
        <source>The file is there; it is replaced when the new one is complete.</source>
        <translation>Файл уже есть; новый заменит его, когда будет готов целиком.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
</context>
<context>
    <name>_AllWell</name>
    <message>
        <source>All is well: nothing is missing, everything fits, every picture is fine enough for print.</source>
        <translation>Всё в порядке: всё на месте, всё помещается, снимки годятся для печати.</translation>
    </message>
    <message>
        <source>What is wrong with the issue is listed here as soon as its pages are made.</source>
        <translation>Здесь появятся замечания к номеру, как только будут свёрстаны страницы.</translation>
    </message>
</context>
<context>
    <name>_ArtworkPreview</name>
    <message>
        <source>Artwork</source>
        <translation>Макет</translation>
    </message>
</context>
<context>
    <name>_Differences</name>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Различия</translation>
    </message>
</context>
<context>
    <name>_FolderProblems</name>
    <message>
        <source>Try Again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Back to the Recent Issues</source>
        <translation>К недавним номерам</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Problems</source>
        <translation>Замечания</translation>
    </message>
</context>
<context>
    <name>_NotFacing</name>
    <message>
        <source>Not facing</source>
        <translation>Не рядом с</translation>
    </message>
    <message>
        <source>Those that may not share a spread with it</source>
        <translation>Те, что не могут стоять с ней на одном развороте</translation>
    </message>
    <message>
        <source>There is no other advertisement</source>
        <translation>Другой рекламы нет</translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>Crop and caption</source>
        <translation>Кадр и подпись</translation>
    </message>
</context>
</TS>
