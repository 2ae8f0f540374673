import * as Components from '@tarojs/components'
import { Audio, Button, Button as Wide, Canvas, Form, Input, Map, OpenData, Progress, Text, View } from '@tarojs/components'
import { Slider } from '@nutui/nutui-react-taro'
import React from 'react'
import { Progress as Bar } from 'antd'

const Chart = Canvas
const Framed = styled(Canvas)`
  width: 100px;
`
const { LivePusher } = Components

export default function Page(props) {
  return (
    <View>
      {/* taro-modernize-ignore DEP130 until the new login */}
      <Button
        size="mini"
        openType="getUserInfo"
      />
      <Wide openType={'getUserInfo'} onGetUserInfo={props.onUser} />
      <Button openType={props.type} onGetuserinfo={props.onUser} />
      <Button openType="share" {...props} />
      <OpenData type="userAvatarUrl" />
      <OpenData type="groupName" />
      <Form reportSubmit><Input autoFocus /></Form>
      <Chart canvasId="chart" />
      <Framed canvasId="chart" />
      <Components.Canvas canvas-id="chart" />
      <Canvas canvasId="chart" type="2d" />
      <canvas canvasId="chart" />
      <Audio src="" />
      <Text selectable>text</Text>
      <Text userSelect selectable>text</Text>
      <Progress color="red" />
      <Slider color="red" />
      <Bar color="red" />
      <Map controls={props.controls} />
      <LivePusher muted />
      {React.createElement(Canvas, { canvasId: 'chart' })}
      {h(Components.Button, { onGetUserInfo: props.onUser })}
    </View>
  )
}
